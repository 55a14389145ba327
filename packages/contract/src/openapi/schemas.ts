// JSON Schema out of the contract's shapes. A shape with an id is written once, under components, and referred to.
import { z } from "zod";
import { sortedByKey } from "./catalog.ts";

export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  [keyword: string]: unknown;
};

const place = "#/components/schemas/";

export class Schemas {
  readonly #shapes = new Map<string, JsonSchema>();

  get components(): Record<string, JsonSchema> {
    return sortedByKey(Object.fromEntries(this.#shapes));
  }

  /** What a caller may send. */
  input(schema: z.ZodType): JsonSchema {
    return this.#convert(schema, "input");
  }

  /** What a caller gets. Fields may be added to it later, so it is left open. */
  output(schema: z.ZodType): JsonSchema {
    return this.#convert(schema, "output");
  }

  /** The schema itself where it is only referred to. */
  resolve(schema: JsonSchema): JsonSchema {
    if (schema.$ref === undefined) return schema;
    const shape = this.#shapes.get(schema.$ref.slice(place.length));
    if (!shape) throw new Error(`There is no shape ${schema.$ref}`);
    return this.resolve(shape);
  }

  #convert(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const whole = JSON.stringify(z.toJSONSchema(schema, { io }));
    const { $schema, $defs, ...root } = JSON.parse(whole, io === "output" ? opened : tidied);
    for (const [name, shape] of Object.entries<JsonSchema>($defs ?? {})) this.#keep(name, shape);
    return root;
  }

  #keep(name: string, { id, ...shape }: JsonSchema): void {
    const known = this.#shapes.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(shape)) {
      throw new Error(`${name} is not the same sent and received: give one of the two another id`);
    }
    this.#shapes.set(name, shape);
  }
}

const saidByFormat = new Set(["uuid", "date-time", "email"]);

/** A JSON reviver: leaves out what tells a reader nothing, and moves references to where components are. */
function tidied(key: string, value: unknown): unknown {
  if (key === "$ref") return String(value).replace("#/$defs/", place);
  if (typeof value !== "object" || value === null) return value;
  const schema = value as JsonSchema;
  if (saidByFormat.has(String(schema.format))) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  return withNullInType(schema);
}

function opened(key: string, value: unknown): unknown {
  if (typeof value === "object" && value !== null && "additionalProperties" in value) {
    if (value.additionalProperties === false) delete value.additionalProperties;
  }
  return tidied(key, value);
}

/** `anyOf` a plain type and null is that type or null. */
function withNullInType(schema: JsonSchema): JsonSchema {
  const [one, nothing, ...others] = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  const isPlain = typeof one?.type === "string" && !("enum" in one) && !("const" in one);
  if (!isPlain || nothing?.type !== "null" || others.length > 0) return schema;
  const { anyOf, ...rest } = schema;
  return { ...one, ...rest, type: [String(one.type), "null"] };
}
