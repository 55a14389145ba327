import type { chats } from "@althing/contract";
import { useState } from "react";

export type PromptDraft = Pick<chats.Prompt, "title" | "description" | "body" | "variables" | "shared">;

export type Editing = ReturnType<typeof usePromptDraft>;

/** What is written, and the version that it was begun from. It outlives the form, which comes and goes with its tab. */
export function usePromptDraft(draft: PromptDraft & { version?: number }) {
  const [written, setWritten] = useState(() => draftOf(draft));
  const [begun, setBegun] = useState(draft.version);
  const take = (taken: chats.Prompt) => {
    setWritten(draftOf(taken));
    setBegun(taken.version);
  };
  return { written, setWritten, begun, setBegun, take };
}

const draftOf = ({ title, description, body, variables, shared }: PromptDraft): PromptDraft => ({
  title,
  description,
  body,
  variables,
  shared,
});
