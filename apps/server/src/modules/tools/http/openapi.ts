/**
 * Tools of an OpenAPI 3 document: one for each operation whose arguments can be told as one object. References are followed
 * within the document only, and never for ever.
 */
import type { Operation } from "../tables.ts";

type Json = Record<string, unknown>;
type Method = Operation["method"];

export type ReadDocument = {
  readonly baseUrl: string | undefined;
  readonly operations: Operation[];
  readonly problems: string[];
};

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const deepestReference = 6;
const mostParts = 5_000;
const mostOperations = 200;
/** Headers that the connection itself sets, or that a tool has no business with. */
const keptBack = new Set(["authorization", "cookie", "host", "content-type", "content-length", "accept"]);

export function readOpenApi(document: Json): ReadDocument {
  const problems: string[] = [];
  if (!String(document.openapi ?? "").startsWith("3.")) problems.push("It is not an OpenAPI 3 document.");
  const operations = new Map<string, Operation>();
  for (const [path, item] of entriesOf(document.paths)) {
    for (const method of methods) {
      const described = asJson(asJson(item)?.[method.toLowerCase()]);
      if (!described) continue;
      const operation = readOperation({ document, path, method, described, shared: asJson(item)?.parameters });
      if (operations.has(operation.name)) problems.push(`Two operations are called ${operation.name}.`);
      operations.set(operation.name, operation);
    }
  }
  if (operations.size === 0) problems.push("It describes no operation.");
  if (operations.size > mostOperations) problems.push(`It describes more than ${mostOperations} operations.`);
  return { baseUrl: baseOf(document), operations: [...operations.values()], problems };
}

type Described = { document: Json; path: string; method: Method; described: Json; shared: unknown };

function readOperation({ document, path, method, described, shared }: Described): Operation {
  const properties: Json = {};
  const required: string[] = [];
  const places: Record<string, Operation["places"][string]> = {};
  const parameters = [...listOf(shared), ...listOf(described.parameters)].map((one) => resolve(document, one));
  for (const { name, in: place, required: isRequired, schema, description } of parameters) {
    if (typeof name !== "string" || place === "cookie" || (place === "header" && keptBack.has(name.toLowerCase())))
      continue;
    properties[name] = { ...resolve(document, schema), ...(typeof description === "string" && { description }) };
    if (isRequired === true || place === "path") required.push(name);
    if (place === "query" || place === "header") places[name] = place;
  }
  const body = resolve(document, described.requestBody);
  const schema = resolve(document, asJson(asJson(body.content)?.["application/json"])?.schema);
  if (Object.keys(asJson(schema.properties) ?? {}).length > 0 && !clashes(schema, properties)) {
    for (const [name, part] of entriesOf(schema.properties)) {
      properties[name] = part;
      places[name] = "body";
    }
    required.push(...listOf(schema.required).filter((name) => typeof name === "string"));
  } else if (Object.keys(schema).length > 0) {
    properties.body = schema;
    places.body = "whole_body";
    if (body.required === true) required.push("body");
  }
  return {
    name: nameOf(described.operationId, method, path),
    title: typeof described.summary === "string" ? described.summary.slice(0, 120) : null,
    description: [described.summary, described.description]
      .filter((text) => typeof text === "string")
      .join("\n")
      .slice(0, 4_000),
    method,
    path,
    parameters: { type: "object", properties, required: [...new Set(required)], additionalProperties: false },
    places,
  };
}

const clashes = (schema: Json, taken: Json): boolean => entriesOf(schema.properties).some(([name]) => name in taken);

const nameOf = (operationId: unknown, method: Method, path: string): string => {
  const given =
    typeof operationId === "string" ? operationId : `${method.toLowerCase()}_${path.slice(1).replaceAll(/[{}]/g, "")}`;
  return (
    given
      .replaceAll(/[^\w.-]+/g, "_")
      .replaceAll(/^_+|_+$/g, "")
      .slice(0, 64) || method.toLowerCase()
  );
};

function baseOf({ servers }: Json): string | undefined {
  const url = asJson(listOf(servers)[0])?.url;
  return typeof url === "string" && /^https?:\/\/[^{]+$/.test(url) ? url : undefined;
}

/** What stands at a reference within the document, and in it; what is elsewhere, or more than anyone means, is left open. */
const resolve = (document: Json, value: unknown): Json =>
  asJson(resolveAny(document, value, deepestReference, { left: mostParts })) ?? {};

/** A document that refers to itself in several places would grow without end: so the parts are counted. */
function resolveAny(document: Json, value: unknown, deeper: number, parts: { left: number }): unknown {
  if (--parts.left < 0) return {};
  if (Array.isArray(value)) return value.map((part) => resolveAny(document, part, deeper, parts));
  const json = asJson(value);
  if (!json) return value;
  if (typeof json.$ref === "string") {
    return deeper === 0 ? {} : resolveAny(document, find(document, json.$ref), deeper - 1, parts);
  }
  return Object.fromEntries(
    Object.entries(json).map(([key, part]) => [key, resolveAny(document, part, deeper, parts)]),
  );
}

function find(document: Json, reference: string): unknown {
  if (!reference.startsWith("#/")) return {};
  const steps = reference
    .slice(2)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((at, step) => asJson(at)?.[step], document) ?? {};
}

const asJson = (value: unknown): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
const entriesOf = (value: unknown): [string, unknown][] => Object.entries(asJson(value) ?? {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
