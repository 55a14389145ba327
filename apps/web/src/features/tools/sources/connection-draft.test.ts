import { expect, test } from "bun:test";
import { tools } from "@althing/contract";
import { blankDraft, exampleOperations, readConnection, readJson } from "./connection-draft.ts";

test("the example of operations is one that the server takes", () => {
  const draft = { ...blankDraft("operations"), baseUrl: "https://search.example.org", operations: exampleOperations };
  expect(tools.SourceConnection.safeParse(readConnection(draft)).success).toBe(true);
});

test("what is missing or is no JSON is not sent", () => {
  expect(readConnection({ ...blankDraft("mcp"), url: "  " })).toBeUndefined();
  expect(readConnection({ ...blankDraft("openapi"), document: "openapi: 3.1.0" })).toBeUndefined();
  expect(readConnection({ ...blankDraft("operations"), operations: exampleOperations })).toBeUndefined();
  expect(readConnection(blankDraft("operator"))).toBeUndefined();
});

test("JSON is read as the shape that is wanted, and as no other", () => {
  expect(readJson("[1]", "list")).toEqual([1] as never);
  for (const text of ["[1]", "null", "3", "{"]) expect(readJson(text, "object")).toBeUndefined();
});
