// `fields=` narrows what comes back, `include=` adds to it; both are lists checked against the contract.
import { errors, type RouteDef } from "@althing/contract";
import { z } from "zod";
import { Failure } from "../../kernel/failure.ts";

export type Narrowing = { fields: readonly string[] | undefined; include: ReadonlySet<string> };

/** Takes `fields` and `include` out of the query. */
export function takeNarrowing(route: RouteDef, query: Record<string, unknown>): Narrowing {
  const { fields, include } = query;
  delete query.fields;
  delete query.include;
  return {
    fields: fields === undefined ? undefined : list(fields, "fields", fieldsOf(route.output)),
    include: new Set(include === undefined ? [] : list(include, "include", route.include)),
  };
}

export function narrow(data: unknown, fields: readonly string[] | undefined): unknown {
  if (!fields || data === null) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => narrow(item, fields));
  const whole = data as Record<string, unknown>;
  return Object.fromEntries(fields.filter((field) => field in whole).map((field) => [field, whole[field]]));
}

function list(value: unknown, pointer: string, allowed: readonly string[]): string[] {
  const names = String(value)
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.filter((name) => !allowed.includes(name));
  if (unknown.length === 0) return [...new Set(names)];
  const message = allowed.length > 0 ? `must be of: ${allowed.join(", ")}` : "is not offered here";
  throw new Failure(errors.ValidationFailed, null, [{ pointer: `/${pointer}`, code: "invalid_value", message }]);
}

function fieldsOf(output: z.ZodType): readonly string[] {
  if (output instanceof z.ZodArray) return fieldsOf(output.element as z.ZodType);
  return output instanceof z.ZodObject ? Object.keys(output.shape as object) : [];
}
