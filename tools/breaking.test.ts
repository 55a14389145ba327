import { describe, expect, test } from "bun:test";
import type { JsonSchema, OpenApiDocument, Operation } from "@althing/contract/openapi";
import { breakingChanges } from "./breaking.ts";

const text = { type: "string" };

const documentOf = (operation: Partial<Operation>, schemas: Record<string, JsonSchema> = {}): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Ships", version: "1" },
  paths: { "/ships/{id}": { post: { operationId: "ships.sail", responses: {}, ...operation } } },
  components: { schemas },
});
const strict = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const json = (schema: JsonSchema) => ({ "application/json": { schema } });
const taking = (schema: JsonSchema) => documentOf({ requestBody: { required: true, content: json(schema) } });
const giving = (schema: JsonSchema) => documentOf({ responses: { 200: { description: "OK", content: json(schema) } } });
const found = (before: OpenApiDocument, after: OpenApiDocument) =>
  breakingChanges(before, after).map((change) => change.replace("POST /ships/{id}: ", ""));

describe("operations", () => {
  const empty = { ...documentOf({}), paths: {} };

  test("a removed one breaks, an added one does not", () => {
    expect(found(documentOf({}), empty)).toEqual(["is gone"]);
    expect(found(empty, documentOf({}))).toEqual([]);
  });

  test("the name of a path's parameter may change, not the operation's", () => {
    const renamed = { ...documentOf({}), paths: { "/ships/{shipId}": documentOf({}).paths["/ships/{id}"] ?? {} } };
    expect(found(documentOf({}), renamed)).toEqual([]);
    expect(found(documentOf({}), documentOf({ operationId: "ships.row" }))).toEqual([
      "is called ships.row, was ships.sail",
    ]);
  });

  test("a public one may not begin to ask for a sign-in", () => {
    const [open, closed] = [documentOf({ security: [] }), documentOf({ security: [{ bearer: [] }] })];
    expect(found(open, closed)).toEqual(["asks for a sign-in"]);
    expect(found(closed, open)).toEqual([]);
  });

  test("a success may not go", () => {
    const other = documentOf({ responses: { 202: { description: "Accepted" } } });
    expect(found(giving(text), other)).toEqual(["no longer answers 200"]);
  });

  test("a parameter may come if it may be left out, and may not go", () => {
    const asking = (required: boolean) =>
      documentOf({ parameters: [{ name: "wind", in: "query", required, schema: text }] });
    expect(found(documentOf({}), asking(false))).toEqual([]);
    expect(found(documentOf({}), asking(true))).toEqual(["query parameter wind is required"]);
    expect(found(asking(false), documentOf({}))).toEqual(["query parameter wind is gone"]);
  });
});

describe("what is sent", () => {
  test.each<[string, JsonSchema, JsonSchema, string[]]>([
    ["a new field that is needed", strict({}), strict({ name: text }, ["name"]), ["body.name is required"]],
    ["a new field that may be left out", strict({}), strict({ name: text }), []],
    ["a field that is gone", strict({ name: text }), strict({}), ["body.name is gone"]],
    [
      "another type",
      strict({ mast: text }),
      strict({ mast: { type: "integer" } }),
      ["body.mast is integer, was string"],
    ],
    ["integers taken as numbers", { type: "integer" }, { type: "number" }, []],
    ["numbers taken as integers", { type: "number" }, { type: "integer" }, ["body is integer, was number"]],
    ["null no longer taken", { type: ["string", "null"] }, text, ["body is string, was null"]],
    ["null taken too", text, { type: ["string", "null"] }, []],
    ["a value no longer taken", { ...text, enum: ["a", "b"] }, { ...text, enum: ["a"] }, ["body no longer takes b"]],
    ["one more value taken", { ...text, enum: ["a"] }, { ...text, enum: ["a", "b"] }, []],
    ["fewer letters taken", { ...text, maxLength: 9 }, { ...text, maxLength: 8 }, ["body has a lower maxLength"]],
    ["a new least", { type: "integer" }, { type: "integer", minimum: 1 }, ["body has a higher minimum"]],
    ["another pattern", text, { ...text, pattern: "^a" }, ["body has another pattern"]],
    ["a variant no longer taken", { anyOf: [text, { type: "null" }] }, { anyOf: [text] }, ["body is string, was null"]],
  ])("%s", (_, before, after, changes) => {
    expect(found(taking(before), taking(after))).toEqual(changes);
  });
});

describe("what is read", () => {
  const open = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
    type: "object",
    properties,
    required,
  });
  test.each<[string, JsonSchema, JsonSchema, string[]]>([
    ["a new field", open({}), open({ name: text }, ["name"]), []],
    ["a field that is gone", open({ name: text }), open({}), ["answer.name is gone"]],
    ["a field that may be absent", open({ name: text }, ["name"]), open({ name: text }), ["answer.name may be absent"]],
    ["a field that may be null", text, { type: ["string", "null"] }, ["answer is null, was string"]],
    ["a field that is never null any more", { type: ["string", "null"] }, text, []],
    ["one more value of an enum", { ...text, enum: ["a"] }, { ...text, enum: ["a", "b"] }, []],
    [
      "deep inside of lists and records",
      open({ crew: { type: "array", items: open({ name: text }) } }),
      open({ crew: { type: "array", items: open({}) } }),
      ["answer.crew[].name is gone"],
    ],
  ])("%s", (_, before, after, changes) => {
    expect(found(giving(before), giving(after))).toEqual(changes);
  });

  test("shapes that hold themselves are compared once", () => {
    const ship = (properties: Record<string, JsonSchema>) => ({
      Ship: open({ ...properties, towed: { $ref: "#/components/schemas/Ship" } }),
    });
    const answer = { responses: { 200: { description: "OK", content: json({ $ref: "#/components/schemas/Ship" }) } } };
    const [before, after] = [documentOf(answer, ship({ name: text })), documentOf(answer, ship({}))];
    expect(found(before, after)).toEqual(["answer.name is gone"]);
    expect(found(before, before)).toEqual([]);
  });
});
