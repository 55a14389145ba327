import { chats, feedOf } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { deleteShare } from "../store/shares.ts";

export const revokeShare: WriteAction<typeof chats.revokeShare> = async (tx, { actor, input }) => {
  const { id: ownerId } = requireAccount(actor).account;
  const { workspaceId, shareId } = input;
  const gone = (await deleteShare(tx, { id: shareId, ownerId, workspaceId })) ?? fail(chats.ShareNotFound);
  tx.emit(chats.ShareRevoked, feedOf.account(ownerId), { shareId, roomId: gone.room_id });
  return null;
};
