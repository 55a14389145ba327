import type { z } from "zod";

/**
 * One thing an operator may set. Every source speaks text, so a schema turns text into a value; its description
 * (`.describe(…)`, the last call of the chain) is what problems and the reference say is expected.
 */
export type Setting = {
  readonly key: string;
  readonly schema: z.ZodType;
  readonly default?: string;
  readonly description: string;
  /** Its value is never shown. */
  readonly secret?: boolean;
  /** Takes effect on a reload, without a restart. */
  readonly reloadable?: boolean;
  readonly example?: string;
};

export type Settings = readonly Setting[];

/** The values of a list of settings by key; one without a default may be absent. */
export type ValuesOf<Definitions extends Settings> = {
  readonly [Definition in Definitions[number] as Definition["key"]]:
    | z.output<Definition["schema"]>
    | (Definition extends { default: string } ? never : undefined);
};

export function defineSetting<const Definition extends Setting>(definition: Definition): Definition {
  return definition;
}

/** PORT is `--port`, ALTHING_DATA_DIR is `--data-dir`. */
export function flagOf(key: string): string {
  return `--${key
    .replace(/^ALTHING_/, "")
    .toLowerCase()
    .replaceAll("_", "-")}`;
}
