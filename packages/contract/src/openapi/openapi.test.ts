import { describe, expect, test } from "bun:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { contract } from "../index.ts";
import { routesOf } from "./catalog.ts";
import { operationsOf } from "./document.ts";
import { failuresOf } from "./failures.ts";
import { openapi } from "./openapi.ts";
import { requestExample } from "./operation.ts";
import { postman } from "./postman.ts";
import { sampleOf } from "./samples.ts";
import { Schemas } from "./schemas.ts";

const routes = routesOf(contract);
const document = openapi(contract, { version: "1.2.3" });
const operationOf = (path: string, method: string) =>
  operationsOf(document).find(
    (one) => one.path === path.replace(/:(\w+)/g, "{$1}") && one.method === method.toLowerCase(),
  )?.operation;

test("the document is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
});

test("the same contract gives the same text", () => {
  expect(JSON.stringify(openapi(contract, { version: "1.2.3" }))).toBe(JSON.stringify(document));
});

test("every reference leads somewhere", () => {
  const found = new Set(JSON.stringify(document).match(/(?<="\$ref":")#[^"]+/g));
  const missing = [...found].filter((pointer) => {
    const keys = pointer.slice(2).split("/");
    return (
      keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document) === undefined
    );
  });
  expect(missing).toEqual([]);
});

describe.each(routes.map((route) => [route.name, route] as const))("%s", (_, route) => {
  const schemas = new Schemas();
  const input = schemas.input(route.input);

  test("is in the document with its success and every failure", () => {
    const operation = operationOf(route.path, route.method);
    expect(operation?.operationId).toBe(route.name);
    const statuses = [route.status, ...failuresOf(contract, route).map(({ status }) => status)];
    for (const status of statuses) expect(Object.keys(operation?.responses ?? {})).toContain(String(status));
  });

  test("has an example request that its schema takes", () => {
    const { properties = {} } = schemas.resolve(input);
    const params = route.params.map((name) => [
      name,
      sampleOf(schemas, properties[name] ?? {}, { fields: "all" }, name),
    ]);
    const result = route.input.safeParse({ ...Object.fromEntries(params), ...requestExample(schemas, route) });
    expect(result.error?.issues).toBeUndefined();
  });

  test("has an example answer that its schema takes", () => {
    const sample = sampleOf(schemas, schemas.output(route.output), { fields: "all" });
    expect(route.output.safeParse(sample).error?.issues).toBeUndefined();
  });
});

test("a public operation asks for nobody, and does not speak of rights", () => {
  const operation = operationOf("/auth/login", "POST");
  expect(operation?.security).toEqual([]);
  expect(operation?.responses["403"]).toBeUndefined();
});

test("only an operation that takes a key speaks of its reuse", () => {
  expect(operationOf("/rooms", "POST")?.responses["422"]).toBeDefined();
  expect(operationOf("/rooms/:roomId/leave", "POST")?.responses["422"]).toBeUndefined();
});

test("the Postman collection has every operation once", () => {
  const names = postman(document).item.flatMap(({ item }) => item.map(({ name }) => name));
  expect(names.length).toBe(operationsOf(document).length);
});

test("what stands in the address of a Postman request has an example", () => {
  const items = postman(document).item.flatMap(({ item }) => item);
  const blank = items.flatMap(({ request }) => {
    const { raw, variable } = request.url as { raw: string; variable: { key: string; value: string }[] };
    return variable.filter(({ value }) => value === "").map(({ key }) => `${raw} ${key}`);
  });
  expect(blank).toEqual([]);
});
