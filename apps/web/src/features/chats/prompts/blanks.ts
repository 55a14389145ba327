// Pure: the blanks of a text while it is written.
import { chats } from "@althing/contract";

export type Blank = chats.PromptVariable;

export const newBlank = (name: string): Blank => ({
  name,
  label: "",
  kind: "line",
  choices: [],
  default: "",
  required: true,
});

/** What stands open in a text, in order, as it was described; what was not described is a line. */
export function blanksOf({ body, variables }: Pick<chats.Prompt, "body" | "variables">): Blank[] {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  return chats.blanksIn(body).map((name) => known.get(name) ?? newBlank(name));
}

/** Described anew; those that stand nowhere any more are remembered, for the text may come back. */
export const withBlank = (variables: readonly Blank[], changed: Blank): Blank[] =>
  variables.some(({ name }) => name === changed.name)
    ? variables.map((one) => (one.name === changed.name ? changed : one))
    : [...variables, changed];

/** What cannot be of what somebody filled in. */
export function complaintAbout({ kind, required }: Blank, value: string): "missing" | "noNumber" | undefined {
  if (value.trim() === "") return required ? "missing" : undefined;
  return kind === "number" && !Number.isFinite(Number(value)) ? "noNumber" : undefined;
}
