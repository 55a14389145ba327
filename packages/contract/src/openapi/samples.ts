// Values that fit a schema, always the same ones, so that the reference can show what a request and its answer look like.
import type { JsonSchema, Schemas } from "./schemas.ts";

/** What a field of this name usually holds, where its schema gives no example. */
const byName: Readonly<Record<string, unknown>> = {
  address: "192.0.2.7",
  body: "The **ferry** is late.",
  code: "too_long",
  color: "#0f6b63",
  description: "All about ships",
  device: "Firefox on Linux",
  email: "ana@example.org",
  emoji: "👍",
  expiresInSeconds: 900,
  handle: "ana",
  html: "<p>The <strong>ferry</strong> is late.</p>",
  name: "Harbour",
  path: "/users/me",
  permission: "message.send",
  pointer: "/name",
  role: "member",
  slug: "harbour",
  text: "At the harbour",
  title: "Harbour master",
  topic: "Ships and weather",
  version: 1,
};

const byFormat: Readonly<Record<string, string>> = {
  "date-time": "2026-11-20T09:30:00.123Z",
  email: "ana@example.org",
  uri: "https://example.org",
  uuid: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47",
};

export type SampleOptions = { fields: "all" | "required" };

export function sampleOf(schemas: Schemas, schema: JsonSchema, options: SampleOptions, name = ""): unknown {
  const whole = schemas.resolve(schema);
  const [example] = (whole.examples as unknown[] | undefined) ?? [];
  if (example !== undefined && !allowsNull(whole)) return example;
  if (whole.const !== undefined) return whole.const;
  if (whole.enum) return (whole.enum as unknown[])[0];
  if (name in byName && fits(byName[name], whole)) return byName[name];
  if (allowsNull(whole)) return null;
  if (whole.default !== undefined) return whole.default;
  const [variant] = whole.anyOf ?? whole.oneOf ?? [];
  if (variant) return sampleOf(schemas, variant, options, name);
  return ofType(schemas, whole, options, name);
}

function ofType(schemas: Schemas, schema: JsonSchema, options: SampleOptions, name: string): unknown {
  switch (schema.type) {
    case "object":
      return ofObject(schemas, schema, options);
    case "array": {
      const few = options.fields === "required" && !schema.minItems;
      const isOpen = Object.keys(schema.items ?? {}).length === 0;
      return few || isOpen ? [] : [sampleOf(schemas, schema.items ?? {}, options, name.replace(/s$/, ""))];
    }
    case "string":
      return byFormat[String(schema.format)] ?? "text".padEnd(Number(schema.minLength ?? 0), "…");
    case "integer":
    case "number":
      return Number(schema.minimum ?? 1);
    case "boolean":
      return false;
    default:
      return null;
  }
}

function ofObject(schemas: Schemas, schema: JsonSchema, options: SampleOptions): Record<string, unknown> {
  const { properties = {}, required = [] } = schema;
  const names = Object.keys(properties).filter((name) => options.fields === "all" || required.includes(name));
  const entries = names.map((name) => [name, sampleOf(schemas, properties[name] ?? {}, options, name)]);
  const sample = Object.fromEntries(entries);
  return "handle" in sample && "name" in sample ? { ...sample, name: "Ana" } : sample;
}

const allowsNull = ({ type, anyOf, oneOf }: JsonSchema): boolean =>
  type === "null" ||
  (Array.isArray(type) && type.includes("null")) ||
  (anyOf ?? oneOf ?? []).some((variant) => variant.type === "null");

function fits(value: unknown, { type, pattern }: JsonSchema): boolean {
  const kind = typeof value === "number" ? "integer" : typeof value;
  const types = Array.isArray(type) ? type : [type];
  if (!types.includes(kind) && !(kind === "integer" && types.includes("number"))) return false;
  return pattern === undefined || new RegExp(String(pattern), "u").test(String(value));
}
