/** One route as an operation of the document: what is sent, what comes back, and every way it can fail. */
import { Page, type RouteDef } from "../kit/route.ts";
import { type Modules, moduleOf, takesJson } from "./catalog.ts";
import type { Answer, Operation } from "./document.ts";
import { type Failures, failuresOf } from "./failures.ts";
import { responseHeaders } from "./headers.ts";
import { parametersOf } from "./parameters.ts";
import { sampleOf } from "./samples.ts";
import type { JsonSchema, Schemas } from "./schemas.ts";

export type OperationParts = { modules: Modules; schemas: Schemas; failures: Failures };

const phrases = { 200: "OK", 201: "Created", 202: "Accepted" } as Readonly<Record<number, string>>;

export function operationOf(parts: OperationParts, route: RouteDef): Operation {
  const input = parts.schemas.input(route.input);
  const output = parts.schemas.output(route.output);
  return {
    operationId: route.name,
    summary: route.summary,
    description: describe(route),
    tags: [moduleOf(route.name)],
    security: route.access === "public" ? [] : [{ bearer: [] }],
    parameters: parametersOf(parts.schemas, route, { input, output }),
    ...(takesJson(route) ? { requestBody: body(parts.schemas, route, input) } : {}),
    ...(route.body === "bytes" ? { requestBody: bytes } : {}),
    responses: {
      [route.status]: success(parts.schemas, route, output),
      ...(route.etag ? { 304: { description: "Nothing has changed.", headers: responseHeaders(route) } } : {}),
      ...parts.failures.answers(failuresOf(parts.modules, route)),
    },
    ...(route.permission ? { "x-permission": route.permission.name } : {}),
    "x-rate-limit": route.limit,
    "x-idempotent": route.idempotent,
  };
}

/** What a caller may send in the body, and an example that works but for the ids in it. */
export function requestExample(schemas: Schemas, route: RouteDef): Record<string, unknown> {
  const least = sampleOf(schemas, bodySchema(schemas, route, schemas.input(route.input)), { fields: "required" });
  return { ...(least as object), ...(route.example as object | undefined) };
}

function describe({ description, permission, limit }: RouteDef): string {
  const rules = [
    ...(permission ? [`Needs the permission \`${permission.name}\`.`] : []),
    `At most ${limit.points} requests in ${limit.windowSeconds} seconds by ${limit.by} (\`${limit.name}\`).`,
  ];
  return [...(description ? [description] : []), rules.join(" ")].join("\n\n");
}

/** An empty schema is how a document says bytes. */
const bytes: Operation["requestBody"] = { required: true, content: { "application/octet-stream": { schema: {} } } };

function body(schemas: Schemas, route: RouteDef, input: JsonSchema): Operation["requestBody"] {
  const schema = bodySchema(schemas, route, input);
  return {
    required: (schemas.resolve(schema).required ?? []).length > 0,
    content: { "application/json": { schema, example: requestExample(schemas, route) } },
  };
}

function bodySchema(schemas: Schemas, { params }: RouteDef, input: JsonSchema): JsonSchema {
  return params.length === 0 ? input : without(schemas.resolve(input), params);
}

/** The schema less the fields that are in the path. */
function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const rest = { ...schema };
  for (const kind of ["anyOf", "oneOf"] as const) {
    if (schema[kind]) rest[kind] = schema[kind].map((variant) => without(variant, names));
  }
  if (!schema.properties) return rest;
  rest.properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.includes(name)));
  const { required: _, ...optional } = rest;
  const required = schema.required?.filter((name) => !names.includes(name)) ?? [];
  return required.length > 0 ? { ...optional, required } : optional;
}

function success(schemas: Schemas, route: RouteDef, output: JsonSchema): Answer {
  const page: Record<string, JsonSchema> = route.cursor ? { page: schemas.output(Page) } : {};
  const message = phrases[route.status] ?? "OK";
  const sample = { status: route.status, message, data: sampleOf(schemas, output, { fields: "all" }) };
  return {
    description: message,
    headers: responseHeaders(route),
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: { status: { const: route.status }, message: { type: "string" }, data: output, ...page },
          required: ["status", "message", "data", ...Object.keys(page)],
        },
        example: route.cursor ? { ...sample, page: { next: null, previous: null } } : sample,
      },
    },
  };
}
