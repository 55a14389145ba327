import { chats, feedOf } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { lockMine } from "../queries/prompts.ts";
import { deletePromptRow } from "../store/prompts.ts";

export const deletePrompt: WriteAction<typeof chats.deletePrompt> = async (tx, call) => {
  const { workspaceId, promptId } = call.input;
  const { shared, owner_id } = await lockMine(tx, call);
  await deletePromptRow(tx, promptId);
  const feed = shared ? feedOf.workspace(workspaceId) : feedOf.account(owner_id);
  tx.emit(chats.PromptDeleted, feed, { workspaceId, promptId });
  return null;
};
