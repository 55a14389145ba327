// Arguments are held against the tool's schema before anybody is asked. The validator interprets schemas: it compiles no
// code, fetches nothing, and comes with the client of the protocol.
import { CfWorkerJsonSchemaValidator } from "@modelcontextprotocol/client/validators/cf-worker";
import { checkable } from "./checkable.ts";

const validator = new CfWorkerJsonSchemaValidator({ shortcircuit: false });
const mostTold = 10;

/** What is wrong with the arguments, in words; empty where nothing is, or where the schema itself is no use. */
export function problemsOf(schema: Record<string, unknown>, given: unknown): string[] {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return ["The arguments must be an object."];
  try {
    const result = validator.getValidator(checkable(schema))(given);
    return result.valid ? [] : (result.errorMessage ?? "The arguments do not fit.").split("; ").slice(0, mostTold);
  } catch {
    return [];
  }
}
