import { feedOf, workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { deleteEmoji } from "../store/emoji.ts";
import { viewEmoji } from "../views.ts";

export const removeEmoji: WriteAction<typeof workspaces.removeEmoji> = async (tx, { input }) => {
  const { workspaceId, name } = input;
  const row = (await deleteEmoji(tx, workspaceId, name)) ?? fail(workspaces.EmojiNotFound);
  tx.emit(workspaces.EmojiRemoved, feedOf.workspace(workspaceId), { emoji: viewEmoji(row) });
  return null;
};
