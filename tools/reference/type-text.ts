import type { JsonSchema } from "@althing/contract/openapi";

/** A schema as a type that fits on a line; a shape that is described elsewhere is its name. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return union.map(typeText).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeText({ ...schema, type })).join(" | ");
  if (schema.type === "array") return arrayText(schema.items ?? {});
  if (schema.type === "object") return objectText(schema);
  return schema.type === "string" && schema.title ? String(schema.title) : (schema.type ?? "unknown");
}

function objectText({ properties, required = [], additionalProperties: rest }: JsonSchema): string {
  if (!properties) return `{ [key]: ${typeText((rest as JsonSchema | undefined) ?? {})} }`;
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? "" : "?"}: ${typeText(schema)}`,
  );
  return fields.length > 0 ? `{ ${fields.join(", ")} }` : "{}";
}

function arrayText(items: JsonSchema): string {
  const isUnion = items.enum ?? items.anyOf ?? items.oneOf ?? Array.isArray(items.type);
  return isUnion ? `(${typeText(items)})[]` : `${typeText(items)}[]`;
}
