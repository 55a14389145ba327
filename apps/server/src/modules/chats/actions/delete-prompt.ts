import { chats, feedOf } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { lockMine } from "../queries/prompts.ts";
import { deletePromptRow } from "../store/prompts.ts";

export const deletePrompt: WriteAction<typeof chats.deletePrompt> = async (tx, call) => {
  const { workspaceId, promptId } = call.input;
  const { shared, owner_id } = await lockMine(tx, call);
  await deletePromptRow(tx, promptId);
  // Its owner is told on their own feed too: there it may have been told before.
  for (const feed of [feedOf.account(owner_id), ...(shared ? [feedOf.workspace(workspaceId)] : [])])
    tx.emit(chats.PromptDeleted, feed, { workspaceId, promptId });
  return null;
};
