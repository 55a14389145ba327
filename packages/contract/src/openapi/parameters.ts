// What a request says outside of its body: in the path, in the query and in headers.
import type { RouteDef } from "../kit/route.ts";
import { sendsJson } from "../kit/sends-json.ts";
import type { Operation, Parameter } from "./document.ts";
import { requestHeaders } from "./headers.ts";
import type { JsonSchema, Schemas } from "./schemas.ts";

type Shapes = { input: JsonSchema; output: JsonSchema };

export function parametersOf(schemas: Schemas, route: RouteDef, { input, output }: Shapes): Operation["parameters"] {
  const { properties = {}, required = [] } = schemas.resolve(input);
  const inPath = route.params.map((name) => parameter(name, "path", properties[name] ?? {}, true));
  const asked = Object.entries(properties).filter(([name]) => !route.params.includes(name));
  const inQuery = asked.map(([name, schema]) => parameter(name, "query", schema, required.includes(name)));
  return [
    ...inPath,
    ...(sendsJson(route) ? [] : inQuery),
    ...list("fields", "Only these fields of the data.", fieldsOf(schemas, output)),
    ...list("include", "Related objects to add to the data.", route.include),
    ...requestHeaders(route),
  ];
}

function parameter(name: string, place: Parameter["in"], schema: JsonSchema, required: boolean): Parameter {
  const { description, ...rest } = schema;
  return {
    name,
    in: place,
    ...(description ? { description: String(description) } : {}),
    ...(required ? { required } : {}),
    schema: rest,
  };
}

/** Several values in one, separated by commas. */
function list(name: string, description: string, values: readonly string[]): Parameter[] {
  if (values.length === 0) return [];
  const schema = { type: "array", items: { type: "string", enum: [...values] } };
  return [{ name, in: "query", description, style: "form", explode: false, schema }];
}

function fieldsOf(schemas: Schemas, schema: JsonSchema): string[] {
  const { items, properties } = schemas.resolve(schema);
  return items ? fieldsOf(schemas, items) : Object.keys(properties ?? {});
}
