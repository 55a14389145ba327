// What comes in, held against the contract. Every wrong field is named; nothing is dropped or guessed.
import { errors, type FieldProblem, type RouteDef } from "@althing/contract";
import type { z } from "zod";
import { Failure } from "./failure.ts";

const deepest = 32;

export function parseInput(route: RouteDef, input: unknown): unknown {
  const result = route.input.safeParse(input);
  if (result.success) return result.data;
  throw new Failure(errors.ValidationFailed, null, result.error.issues.flatMap(problemsOf));
}

/** Refuses text that PostgreSQL cannot hold, and nesting without end. */
export function requireStorable(value: unknown, pointer = "", depth = 0): void {
  if (typeof value === "string") {
    if (value.includes("\u0000") || !value.isWellFormed()) {
      const message = "must be well-formed Unicode without the null character";
      throw new Failure(errors.ValidationFailed, null, [{ pointer, code: "invalid_text", message }]);
    }
  } else if (typeof value === "object" && value !== null) {
    if (depth >= deepest) throw new Failure(errors.MalformedJson);
    for (const [key, part] of Object.entries(value)) {
      requireStorable(key, pointer, depth + 1);
      requireStorable(part, `${pointer}/${escapePointer(key)}`, depth + 1);
    }
  }
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const pointer = issue.path.map((part) => `/${escapePointer(String(part))}`).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      code: "unknown_field",
      message: "This field is not known here.",
    }));
  }
  return [{ pointer, code: issue.code, message: issue.message }];
}

const escapePointer = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");
