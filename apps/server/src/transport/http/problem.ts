// A failure as it goes over the wire: our envelope and an RFC 9457 problem at once. Nothing internal is in it.
import { errors, type Problem } from "@althing/contract";
import { Failure } from "../../kernel/failure.ts";
import { CommitUnknown, DatabaseUnavailable } from "../../platform/database/index.ts";

export function problemOf(error: unknown, requestId: string, publicUrl: string): Problem {
  const failure = failureOf(error);
  const { def } = failure;
  return {
    type: `${publicUrl}/docs/errors/${def.code.replaceAll("_", "-")}`,
    title: def.title,
    status: def.status,
    code: def.code,
    message: def.message,
    detail: detailOf(failure),
    requestId,
    retry: def.retry,
    errors: [...failure.fields],
    data: failure.data,
  };
}

/** What is not declared is a fault of ours; but for a database that does not answer, which will pass. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const isPassing = error instanceof DatabaseUnavailable || error instanceof CommitUnknown;
  return isPassing ? new Failure(errors.Unavailable, { retryAfterSeconds: 1 }) : new Failure(errors.Internal);
}

function detailOf({ def, fields }: Failure): string {
  const [first] = fields;
  return first ? `${first.pointer || "The request"}: ${first.message}` : def.message;
}

export const problemMediaType = "application/problem+json";

/** Seconds after which the same request may succeed, for failures that say so. */
export function retryAfterSeconds(problem: Problem): number | undefined {
  const { data } = problem;
  if (typeof data !== "object" || data === null || !("retryAfterSeconds" in data)) return undefined;
  return Math.max(1, Math.ceil(Number(data.retryAfterSeconds)));
}
