import type { Setting, Settings, ValuesOf } from "./setting.ts";
import { type Given, readEnvironment, readFlags, readSettingsFile, type SettingsFile } from "./sources.ts";

export type SettingsSources = {
  /** Instead of the definitions' own defaults. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly file?: SettingsFile;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly flags?: readonly string[];
};

export type LoadedSettings<Definitions extends Settings> = {
  /** Complete even where there are problems: a refused value gives way to the default. */
  readonly values: ValuesOf<Definitions>;
  /** The keys that somebody set. */
  readonly given: ReadonlySet<string>;
  /** All of them at once, a sentence each, without a secret in them. */
  readonly problems: readonly string[];
};

/** Later sources win: defaults, file, environment, flags. */
export function loadSettings<const Definitions extends Settings>(
  definitions: Definitions,
  { defaults = {}, file, env = {}, flags = [] }: SettingsSources,
): LoadedSettings<Definitions> {
  const sources: Given[] = [
    ...(file ? [readSettingsFile(definitions, file)] : []),
    readEnvironment(definitions, env),
    readFlags(definitions, flags),
  ];
  const texts = new Map(sources.flatMap((source) => [...source.texts]));
  const problems = sources.flatMap((source) => source.problems);

  const values = definitions.map((setting) => {
    const given = texts.get(setting.key);
    const parsed = given && setting.schema.safeParse(given.text);
    if (parsed?.success) return [setting.key, parsed.data];
    if (given) problems.push(refusal(setting, given));
    const fallback = defaults[setting.key] ?? setting.default;
    return [setting.key, fallback === undefined ? undefined : setting.schema.parse(fallback)];
  });
  return { values: Object.fromEntries(values), given: new Set(texts.keys()), problems };
}

function refusal({ key, schema, secret }: Setting, { text, from }: { text: string; from: string }): string {
  const shown = secret ? "" : ` (${JSON.stringify(text)})`;
  return `${key} from ${from}${shown} is not valid: expected ${schema.description ?? "another value"}.`;
}
