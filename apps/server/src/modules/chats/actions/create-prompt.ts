import { chats } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { viewOnePrompt } from "../queries/prompts.ts";
import { countPromptsOf, insertPrompt } from "../store/prompts.ts";
import { announcePrompt } from "./announce-prompt.ts";

const limit = chats.promptLimits.promptsPerPerson;

export const createPrompt: WriteAction<typeof chats.createPrompt> = async (tx, call) => {
  const { id: ownerId } = requireAccount(call.actor).account;
  const { workspaceId, title, description, body, variables, shared } = call.input;
  if (shared) requireAlso(accessOf(call), chats.PromptShare);
  if ((await countPromptsOf(tx, workspaceId, ownerId)) >= limit) fail(chats.PromptLimitReached, { limit });
  const row = await insertPrompt(tx, {
    id: tx.newId() as chats.PromptId,
    workspace_id: workspaceId,
    owner_id: ownerId,
    title,
    description,
    body,
    variables: JSON.stringify(variables),
    shared,
    created_at: tx.now,
    updated_at: tx.now,
  });
  const prompt = await viewOnePrompt(tx, row);
  announcePrompt(tx, prompt);
  return prompt;
};
