import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { lockMessage, viewOne } from "../finding.ts";
import { updateMessage } from "../store/messages.ts";

export const unpinMessage: WriteAction<typeof messages.unpinMessage> = async (tx, { input, actor }) => {
  const { roomId, messageId } = input;
  const { account } = requireAccount(actor);
  const row = await lockMessage(tx, roomId, messageId);
  if (row.pinned_at === null) return viewOne(tx, account.id, row);
  const unpinned = await updateMessage(tx, row, { pinned_at: null, version: row.version + 1 });
  tx.emit(messages.MessageUnpinned, feedOf.room(roomId), { messageId, account, version: unpinned.version });
  return viewOne(tx, account.id, unpinned);
};
