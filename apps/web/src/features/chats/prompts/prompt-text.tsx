import type { chats } from "@althing/contract";
import { Fragment } from "react";

type Props = {
  prompt: Pick<chats.Prompt, "body" | "variables">;
  /** What fills the blanks; without it they stand open. */
  values?: Readonly<Record<string, string>>;
};

const blank = /(\{\{\s*[a-z][a-z0-9_]*\s*\}\})/gi;

/** The text of a prompt with its blanks marked. */
export function PromptText({ prompt: { body, variables }, values = {} }: Props) {
  const labels = new Map(variables.map(({ name, label }) => [name, label]));
  return body.split(blank).map((part, index) => {
    // Blanks stand at the odd places: what a split keeps.
    const name = index % 2 === 1 ? part.slice(2, -2).trim() : undefined;
    const key = `${index} ${part}`;
    if (name === undefined) return <Fragment key={key}>{part}</Fragment>;
    const filled = values[name];
    return (
      <mark key={key} className="wrap-anywhere rounded-xs bg-accent-soft px-1 py-px text-accent">
        {filled || labels.get(name) || name}
      </mark>
    );
  });
}
