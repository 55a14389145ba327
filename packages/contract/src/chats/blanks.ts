// Pure: the blanks in the text of a prompt. Browsers are given these functions themselves (apps/web/build/contract-facts.ts).
import type { Prompt } from "./prompt.ts";

const blank = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/gi;

/** The names of the blanks in a text, in order, each once. */
export const blanksIn = (body: string): string[] => [
  ...new Set([...body.matchAll(blank)].map(([, name = ""]) => name)),
];

/** The text with its blanks filled in; what is not given has its default, and what nobody knows stays as it stands. */
export function fillPrompt(
  { body, variables }: Pick<Prompt, "body" | "variables">,
  values: Readonly<Record<string, string>>,
): string {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  return body.replace(blank, (stands, name: string) => values[name] ?? known.get(name)?.default ?? stands);
}
