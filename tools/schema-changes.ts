/** Where a schema no longer keeps what it promised: to those who send values of it, or to those who read them. */
import type { JsonSchema, OpenApiDocument } from "@althing/contract/openapi";

export type Comparison = {
  before: OpenApiDocument;
  after: OpenApiDocument;
  /** Who sends relies on what is taken; who reads relies on what comes. */
  side: "sent" | "read";
};

export function schemaChanges(
  comparison: Comparison,
  old: JsonSchema,
  now: JsonSchema,
  at: string,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const pair = `${old.$ref} ${now.$ref}`;
  if (seen.has(pair)) return [];
  const deeper = old.$ref && now.$ref ? new Set([...seen, pair]) : seen;
  const olds = variantsOf(comparison.before, old);
  const nows = variantsOf(comparison.after, now);
  const compare = (one: JsonSchema, other: JsonSchema) => variantChanges(comparison, one, other, at, deeper);
  // Every variant that may be sent must still find one that takes it; every one that may come must be like one of old.
  return comparison.side === "sent"
    ? olds.flatMap((one) => fewest(nows.map((other) => compare(one, other))))
    : nows.flatMap((other) => fewest(olds.map((one) => compare(one, other))));
}

function variantsOf(document: OpenApiDocument, schema: JsonSchema): JsonSchema[] {
  const whole = resolve(document, schema);
  const union = whole.anyOf ?? whole.oneOf;
  if (union) return union.flatMap((variant) => variantsOf(document, variant));
  return Array.isArray(whole.type) ? whole.type.map((type) => ({ ...whole, type })) : [whole];
}

function resolve(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  if (!schema.$ref) return schema;
  const name = schema.$ref.replace("#/components/schemas/", "");
  return resolve(document, document.components.schemas?.[name] ?? {});
}

const fewest = (attempts: string[][]): string[] =>
  attempts.reduce((least, attempt) => (attempt.length < least.length ? attempt : least), attempts[0] ?? []);

function variantChanges(
  comparison: Comparison,
  old: JsonSchema,
  now: JsonSchema,
  at: string,
  seen: ReadonlySet<string>,
): string[] {
  const [given, taken] = comparison.side === "sent" ? [old, now] : [now, old];
  if (taken.type !== undefined && taken.type !== given.type && !(taken.type === "number" && given.type === "integer")) {
    return [`${at} is ${now.type ?? "anything"}, was ${old.type ?? "anything"}`];
  }
  const own = comparison.side === "sent" ? narrowings(old, now, at) : loosenings(old, now, at);
  const within = (one: JsonSchema | undefined, other: JsonSchema | undefined, place: string) =>
    one && other ? schemaChanges(comparison, one, other, place, seen) : [];
  return [
    ...own,
    ...Object.entries(old.properties ?? {}).flatMap(([name, one]) =>
      within(one, now.properties?.[name], `${at}.${name}`),
    ),
    ...within(old.items, now.items, `${at}[]`),
    ...within(recordValue(old), recordValue(now), `${at}{}`),
  ];
}

const recordValue = ({ additionalProperties: value }: JsonSchema): JsonSchema | undefined =>
  typeof value === "object" && value !== null ? (value as JsonSchema) : undefined;

const lowerBounds = ["minimum", "minLength", "minItems"];
const upperBounds = ["maximum", "maxLength", "maxItems"];

/** What may no longer be sent. */
function narrowings(old: JsonSchema, now: JsonSchema, at: string): string[] {
  const bound = (schema: JsonSchema, name: string, unbounded: number) => Number(schema[name] ?? unbounded);
  const refused = valuesOf(now)
    ? (valuesOf(old) ?? ["other values"]).filter((one) => !valuesOf(now)?.includes(one))
    : [];
  return [
    ...refused.map((value) => `${at} no longer takes ${String(value)}`),
    ...lowerBounds
      .filter((name) => bound(now, name, -Infinity) > bound(old, name, -Infinity))
      .map((name) => `${at} has a higher ${name}`),
    ...upperBounds
      .filter((name) => bound(now, name, Infinity) < bound(old, name, Infinity))
      .map((name) => `${at} has a lower ${name}`),
    ...["pattern", "format"]
      .filter((name) => now[name] !== undefined && now[name] !== old[name])
      .map((name) => `${at} has another ${name}`),
    ...(now.required ?? []).filter((name) => !old.required?.includes(name)).map((name) => `${at}.${name} is required`),
    ...(now.additionalProperties === false ? gone(old, now, at) : []),
  ];
}

/** What may no longer be relied on when read. New values of an enum are no break: readers pass over what they do not know. */
function loosenings(old: JsonSchema, now: JsonSchema, at: string): string[] {
  const isOther = old.const !== undefined && old.const !== now.const;
  return [
    ...(isOther ? [`${at} is ${String(now.const)}, was ${String(old.const)}`] : []),
    ...gone(old, now, at),
    ...(old.required ?? [])
      .filter((name) => now.properties?.[name] && !now.required?.includes(name))
      .map((name) => `${at}.${name} may be absent`),
  ];
}

const gone = (old: JsonSchema, now: JsonSchema, at: string): string[] =>
  Object.keys(old.properties ?? {})
    .filter((name) => !now.properties?.[name])
    .map((name) => `${at}.${name} is gone`);

function valuesOf(schema: JsonSchema): unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return schema.enum as unknown[] | undefined;
}
