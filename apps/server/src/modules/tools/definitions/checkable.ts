// A schema as it may be run here. It comes from outside: what could fetch, or take for ever, is left to the tool itself to check.

type Schema = Record<string, unknown>;

/** Regular expressions of others can take exponential time, and addresses would have to be fetched. */
const leftOut = new Set([
  "pattern",
  "patternProperties",
  "format",
  "$id",
  "id",
  "$anchor",
  "$dynamicRef",
  "$dynamicAnchor",
]);
const verbatim = new Set(["const", "enum", "default", "examples", "required"]);
const byName = new Set(["properties", "$defs", "definitions", "dependentSchemas"]);

export const checkable = (schema: Schema): Schema =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (leftOut.has(key) || (key === "$ref" && !String(value).startsWith("#"))) return [];
      if (verbatim.has(key)) return [[key, value]];
      return [[key, byName.has(key) && isObject(value) ? mapValues(value, within) : within(value)]];
    }),
  );

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return isObject(value) ? checkable(value) : value;
}

const mapValues = (record: Schema, change: (value: unknown) => unknown): Schema =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const deepest = 32;
const largestBytes = 32_768;

/** Whether a schema is an object's, and small enough to be shown, hashed and checked against. */
export const isBearable = (schema: unknown): schema is Schema =>
  isObject(schema) &&
  (schema.type === undefined || schema.type === "object") &&
  depthOf(schema, 0) <= deepest &&
  JSON.stringify(schema).length <= largestBytes;

/** Stops where it is too deep: more is not asked. */
const depthOf = (value: unknown, depth: number): number =>
  depth > deepest || typeof value !== "object" || value === null
    ? depth
    : Math.max(depth, ...Object.values(value).map((part) => depthOf(part, depth + 1)));
