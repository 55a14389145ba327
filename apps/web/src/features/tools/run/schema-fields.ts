// A form made of a JSON Schema, as far as it is plain: what is nested is written as JSON.

export type Field = {
  name: string;
  title: string;
  description: string | undefined;
  kind: "text" | "number" | "boolean" | "choice" | "json";
  choices: readonly string[];
  isRequired: boolean;
  initial: string;
};

type Schema = Readonly<Record<string, unknown>>;
export type Texts = Readonly<Record<string, string>>;

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const wordOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const write = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What a tool takes, what must be given first. */
export function fieldsOf(schema: Schema): Field[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? (schema.required as unknown[]) : []);
  return Object.entries(properties)
    .flatMap(([name, own]): Field[] => {
      if (!isObject(own) || "const" in own) return [];
      const choices = Array.isArray(own.enum) ? own.enum.filter((one) => typeof one === "string") : [];
      return [
        {
          name,
          title: wordOf(own.title) ?? name,
          description: wordOf(own.description),
          kind: kindOf(own, choices.length > 0),
          choices,
          isRequired: required.has(name),
          initial: own.default === undefined ? "" : write(own.default),
        },
      ];
    })
    .sort((one, other) => Number(other.isRequired) - Number(one.isRequired));
}

function kindOf({ type }: Schema, hasChoices: boolean): Field["kind"] {
  if (hasChoices) return "choice";
  if (type === "string") return "text";
  if (type === "number" || type === "integer") return "number";
  return type === "boolean" ? "boolean" : "json";
}

export type Reading = { given: Record<string, unknown>; wrong: readonly string[] };

/** What is handed over, with what never varies; and the fields that cannot be read. What is left empty is left out. */
export function readArguments(schema: Schema, fields: readonly Field[], texts: Texts): Reading {
  const given: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, own] of Object.entries(isObject(schema.properties) ? schema.properties : {}))
    if (isObject(own) && "const" in own) given[name] = own.const;
  for (const field of fields) {
    const text = texts[field.name] ?? field.initial;
    if (text.trim() === "") {
      if (field.isRequired && field.kind !== "text") wrong.push(field.name);
      else if (field.isRequired) given[field.name] = text;
      continue;
    }
    const value = readValue(field.kind, text);
    if (value === undefined) wrong.push(field.name);
    else given[field.name] = value;
  }
  return { given, wrong };
}

function readValue(kind: Field["kind"], text: string): unknown {
  if (kind === "text" || kind === "choice") return text;
  try {
    const value: unknown = JSON.parse(text);
    return kind === "number" && typeof value !== "number" ? undefined : value;
  } catch {
    return undefined;
  }
}
