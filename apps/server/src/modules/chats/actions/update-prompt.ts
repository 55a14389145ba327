import { chats } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf, requireVersion } from "../../../kernel/call.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { lockMine, viewOnePrompt } from "../queries/prompts.ts";
import { keepVersion, updatePromptRow } from "../store/prompts.ts";
import { announcePrompt } from "./announce-prompt.ts";

const kept = chats.promptLimits.versionsKept;

export const updatePrompt: WriteAction<typeof chats.updatePrompt> = async (tx, call) => {
  const before = await lockMine(tx, call);
  requireVersion(call, before.version);
  const { workspaceId: _, promptId: __, variables, ...plain } = call.input;
  if (plain.shared && !before.shared) requireAlso(accessOf(call), chats.PromptShare);
  await keepVersion(tx, before, kept);
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const after = await updatePromptRow(tx, before, {
    ...given,
    ...(variables && { variables: JSON.stringify(variables) }),
  });
  const prompt = await viewOnePrompt(tx, after);
  announcePrompt(tx, prompt, before.shared);
  return prompt;
};
