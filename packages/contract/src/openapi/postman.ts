// A Postman collection of the same operations, a folder for each tag.
import {
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Reference,
} from "./document.ts";

type Variable = { key: string; value: string };
type Field = Variable & { disabled?: boolean; description?: string };
type Item = { name: string; request: Record<string, unknown> };

export type PostmanCollection = {
  info: { name: string; version: string; schema: string };
  auth: { type: "bearer"; bearer: Variable[] };
  variable: Variable[];
  item: { name: string; item: Item[] }[];
};

/** `baseUrl` and `accessToken` are variables for the reader to fill in. */
export function postman(document: OpenApiDocument): PostmanCollection {
  const { info, tags = [] } = document;
  const operations = operationsOf(document);
  return {
    info: {
      name: info.title,
      version: info.version,
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{accessToken}}" }] },
    variable: [
      { key: "baseUrl", value: "http://localhost:3000" },
      { key: "accessToken", value: "" },
    ],
    item: tags.map(({ name }) => ({
      name,
      item: operations.filter(({ operation }) => operation.tags?.includes(name)).map(itemOf),
    })),
  };
}

function itemOf({ path, method, item, operation }: PlacedOperation): Item {
  const parts = path
    .slice(1)
    .replace(/\{(\w+)\}/g, ":$1")
    .split("/");
  const segments = item.servers ? parts : ["api", "v1", ...parts];
  const named = (place: string) => (operation.parameters ?? []).filter((one) => isIn(one, place)).map(fieldOf);
  const example = operation.requestBody?.content["application/json"]?.example;
  return {
    name: operation.summary ?? operation.operationId,
    request: {
      method: method.toUpperCase(),
      description: operation.description,
      ...(operation.security?.length === 0 ? { auth: { type: "noauth" } } : {}),
      header: operation["x-idempotent"] ? [{ key: "Idempotency-Key", value: "{{$guid}}" }] : [],
      url: {
        raw: `{{baseUrl}}/${segments.join("/")}`,
        host: ["{{baseUrl}}"],
        path: segments,
        query: named("query"),
        variable: named("path"),
      },
      ...(example === undefined ? {} : { body: jsonBody(example) }),
    },
  };
}

const isIn = (one: Parameter | Reference, place: string): one is Parameter => "in" in one && one.in === place;

const jsonBody = (example: unknown) => ({
  mode: "raw",
  raw: JSON.stringify(example, null, 2),
  options: { raw: { language: "json" } },
});

/** What is not needed is there to be switched on. */
function fieldOf({ name, schema, required, description }: Parameter): Field {
  const [example = ""] = (schema.examples as unknown[] | undefined) ?? [];
  return {
    key: String(name),
    value: String(example),
    ...(description ? { description } : {}),
    ...(required ? {} : { disabled: true }),
  };
}
