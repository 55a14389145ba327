/** What of JSON Schema the fake understands. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
};

type Declared = {
  name?: string;
  parameters?: Schema;
  parametersJsonSchema?: Schema;
  input_schema?: Schema;
  function?: Declared;
  functionDeclarations?: Declared[];
};

export function readTools(declared: unknown): Map<string, Schema> {
  const all = Array.isArray(declared) ? (declared as Declared[]) : [];
  const flat = all.flatMap((tool) => tool.functionDeclarations ?? [tool.function ?? tool]);
  return new Map(
    flat.flatMap(({ name, parameters, parametersJsonSchema, input_schema }) =>
      name === undefined ? [] : [[name, parameters ?? parametersJsonSchema ?? input_schema ?? {}]],
    ),
  );
}

/** Arguments that fit the schema, made of what somebody said. */
export function inventArguments({ properties = {}, required = [] }: Schema, said: string): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, invent(properties[name] ?? {}, said)]));
}

function invent(schema: Schema, said: string): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat()[0]?.toLowerCase();
  if (type === "integer" || type === "number") return Number(/\d+/.exec(said)?.[0] ?? schema.minimum ?? 1);
  if (type === "boolean") return true;
  if (type === "array") return [];
  return type === "object" ? inventArguments(schema, said) : said;
}
