import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { lockMessage, requireNotDeleted, viewOne } from "../finding.ts";
import { lockPins, updateMessage } from "../store/messages.ts";

const limit = messages.messageLimits.pinsPerRoom;

export const pinMessage: WriteAction<typeof messages.pinMessage> = async (tx, { input, actor }) => {
  const { roomId, messageId } = input;
  const { account } = requireAccount(actor);
  // Two who pin at once must not both find the last free place.
  const pinnedCount = await lockPins(tx, roomId);
  const row = await lockMessage(tx, roomId, messageId);
  requireNotDeleted(row);
  if (row.pinned_at !== null) return viewOne(tx, account.id, row);
  if (pinnedCount >= limit) fail(messages.PinLimitReached, { limit });
  const pinned = await updateMessage(tx, row, { pinned_at: tx.now, version: row.version + 1 });
  const { version } = pinned;
  tx.emit(messages.MessagePinned, feedOf.room(roomId), {
    messageId,
    account,
    pinnedAt: tx.now.toISOString(),
    version,
  });
  return viewOne(tx, account.id, pinned);
};
