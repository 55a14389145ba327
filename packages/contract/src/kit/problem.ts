import { z } from "zod";

/** One wrong field: where it is (an RFC 6901 pointer into the input), and why. */
export const FieldProblem = z.object({ pointer: z.string(), code: z.string(), message: z.string() });
export type FieldProblem = z.output<typeof FieldProblem>;

/** Every failure on the wire: our envelope and an RFC 9457 problem document at once. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    message: z.string(),
    detail: z.string(),
    requestId: z.string(),
    retry: z.boolean(),
    errors: z.array(FieldProblem),
    data: z.unknown().nullable(),
  })
  .meta({ id: "Problem" });
export type Problem = z.output<typeof Problem>;
