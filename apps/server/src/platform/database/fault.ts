// What went wrong in the database, read from the SQLSTATE, so that callers decide by kind and never by text.
import { DatabaseError } from "pg";

export type DatabaseFault = "conflict" | "connection" | "timeout" | "full" | "unique" | "other";

const faults: ReadonlyMap<string, DatabaseFault> = new Map([
  ["40001", "conflict"],
  ["40P01", "conflict"],
  ["55P03", "timeout"],
  ["57014", "timeout"],
  ["57P01", "connection"],
  ["57P02", "connection"],
  ["57P03", "connection"],
  ["53300", "connection"],
  ["53100", "full"],
  ["53200", "full"],
  ["23505", "unique"],
]);
const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT", "ENOTFOUND"]);
const networkWords =
  /connection (terminated|error|ended|timeout)|timeout exceeded when trying to connect|not queryable/i;

export function faultOf(error: unknown): DatabaseFault {
  if (!(error instanceof Error)) return "other";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof DatabaseError || faults.has(code)) {
    return faults.get(code) ?? (code.startsWith("08") ? "connection" : code.startsWith("53") ? "full" : "other");
  }
  return networkCodes.has(code) || networkWords.test(error.message) ? "connection" : "other";
}

/** The constraint that a duplicate broke, if the error is one. */
export const brokenConstraint = (error: unknown): string | undefined =>
  error instanceof DatabaseError && error.code === "23505" ? error.constraint : undefined;
