/** Reads what was given (flags, environment, a file) into text by key, naming what it does not know. */
import { parseArgs } from "node:util";
import { nearest } from "./nearest.ts";
import { flagOf, type Settings } from "./setting.ts";

/** Text by setting, and the words that say where it came from. */
export type Given = {
  readonly texts: ReadonlyMap<string, { readonly text: string; readonly from: string }>;
  readonly problems: readonly string[];
};

export type SettingsFile = { readonly path: string; readonly content: string };

export function readFlags(settings: Settings, flags: readonly string[]): Given {
  const keys = new Map(settings.map(({ key }) => [flagOf(key), key]));
  const options = Object.fromEntries([...keys.keys()].map((flag) => [flag.slice(2), { type: "string" as const }]));
  const { tokens } = parseArgs({ args: [...flags], options, strict: false, allowPositionals: true, tokens: true });
  const texts = new Map<string, { text: string; from: string }>();
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") {
      problems.push("An argument was not expected: settings are written as --name value.");
      continue;
    }
    const { rawName: flag, value } = token;
    const key = keys.get(flag);
    if (key === undefined) problems.push(unknown(`The flag ${flag}`, flag, [...keys.keys()]));
    else if (!value || (!token.inlineValue && value.startsWith("--"))) problems.push(`The flag ${flag} needs a value.`);
    else texts.set(key, { text: value, from: `the flag ${flag}` });
  }
  return { texts, problems };
}

export function readEnvironment(settings: Settings, env: Readonly<Record<string, string | undefined>>): Given {
  const keys = settings.map(({ key }) => key);
  const given = keys.flatMap((key) => (env[key] ? [[key, { text: env[key], from: "the environment" }] as const] : []));
  const strangers = Object.keys(env).filter((name) => name.startsWith("ALTHING_") && !keys.includes(name));
  return {
    texts: new Map(given),
    problems: strangers.map((name) => unknown(`The environment variable ${name}`, name, keys)),
  };
}

/** A JSON object of settings by key; numbers and lists may be written as such. */
export function readSettingsFile(settings: Settings, { path, content }: SettingsFile): Given {
  const keys = settings.map(({ key }) => key);
  const from = `the file ${path}`;
  const parsed = parseObject(content);
  if (!parsed) return { texts: new Map(), problems: [`The file ${path} is not a JSON object of settings.`] };

  const texts = new Map<string, { text: string; from: string }>();
  const problems: string[] = [];
  for (const [key, value] of Object.entries(parsed)) {
    if (!keys.includes(key)) problems.push(unknown(`The setting ${key} in ${path}`, key, keys));
    else if (isPlain(value)) texts.set(key, { text: String(value), from });
    else problems.push(`${key} from ${from} must be text, a number or a list of these.`);
  }
  return { texts, problems };
}

function parseObject(content: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((item) => typeof item === "string" || typeof item === "number")
    : ["string", "number", "boolean"].includes(typeof value);
}

function unknown(what: string, name: string, candidates: readonly string[]): string {
  const meant = nearest(name, candidates);
  return `${what} is unknown${meant ? `: did you mean ${meant}?` : "."}`;
}
