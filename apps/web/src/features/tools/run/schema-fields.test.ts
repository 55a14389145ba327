import { expect, test } from "bun:test";
import { fieldsOf, readArguments } from "./schema-fields.ts";

const schema = {
  type: "object",
  required: ["berth", "format"],
  properties: {
    nights: { type: "integer", default: 2 },
    berth: { type: "string", title: "Berth", description: "Its number." },
    side: { enum: ["port", "starboard"] },
    power: { type: "boolean" },
    crew: { type: "array" },
    format: { const: "json" },
  },
};
const fields = fieldsOf(schema);

test("a schema becomes fields: what must be given first, what never varies not at all", () => {
  expect(fields.map(({ name, kind, isRequired }) => `${name}:${kind}${isRequired ? "!" : ""}`)).toEqual([
    "berth:text!",
    "nights:number",
    "side:choice",
    "power:boolean",
    "crew:json",
  ]);
  expect(fields[0]).toMatchObject({ title: "Berth", description: "Its number." });
});

test("what is typed is read as its kind; what is left empty is left out, and what never varies is added", () => {
  expect(readArguments(schema, fields, { berth: "7", power: "true", crew: '["Ana"]' })).toEqual({
    given: { format: "json", berth: "7", nights: 2, power: true, crew: ["Ana"] },
    wrong: [],
  });
  expect(readArguments(schema, fields, { berth: "7", nights: "" }).given).toEqual({ format: "json", berth: "7" });
});

test("what cannot be read is named", () => {
  expect(readArguments(schema, fields, { berth: "7", nights: "two", crew: "[" }).wrong).toEqual(["nights", "crew"]);
  expect(fieldsOf({ type: "object" })).toEqual([]);
});
