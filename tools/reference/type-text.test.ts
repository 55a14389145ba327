import { expect, test } from "bun:test";
import { typeText } from "./type-text.ts";

test.each([
  [{ $ref: "#/components/schemas/Room" }, "Room"],
  [{ type: "string", title: "RoomId", format: "uuid" }, "RoomId"],
  [{ type: ["string", "null"] }, "string | null"],
  [{ type: "array", items: { enum: ["a", "b"] } }, '("a" | "b")[]'],
  [
    { type: "object", properties: { id: { type: "string" }, at: { type: "integer" } }, required: ["id"] },
    "{ id: string, at?: integer }",
  ],
  [{ type: "object", additionalProperties: { type: "boolean" } }, "{ [key]: boolean }"],
  [{}, "unknown"],
])("%p is written as %s", (schema, text) => {
  expect(typeText(schema)).toBe(text);
});
