// What is decided for one conversation, by whose it is.
import { chats, feedOf, type workspaces } from "@althing/contract";
import type { ReadAction, WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findEnd } from "../expiry.ts";
import { requireChat } from "../queries/conversation.ts";
import { getRetention, listKeeps, putKeep } from "../store/retention.ts";

export const keepChat: WriteAction<typeof chats.keepChat> = async (tx, call) => {
  requireChat(call);
  const { roomId, kept, ownDays: wanted } = call.input;
  const before = (await listKeeps(tx, [roomId])).get(roomId);
  const ownDays = wanted === undefined ? (before?.own_days ?? null) : wanted;
  await putKeep(tx, { room_id: roomId, kept, own_days: ownDays });
  tx.emit(chats.ChatKept, feedOf.room(roomId), { roomId, kept, ownDays });
  return viewKeeping(tx, roomId, accessOf(call).workspaceId as workspaces.WorkspaceId);
};

export const getChatKeeping: ReadAction<typeof chats.getChatKeeping> = (tx, call) => {
  requireChat(call);
  return viewKeeping(tx, call.input.roomId, accessOf(call).workspaceId as workspaces.WorkspaceId);
};

async function viewKeeping(
  tx: ReadTx,
  roomId: chats.ChatKeeping["roomId"],
  workspaceId: workspaces.WorkspaceId,
): Promise<chats.ChatKeeping> {
  const keep = (await listKeeps(tx, [roomId])).get(roomId);
  const { days } = await getRetention(tx, workspaceId);
  const end = keep?.kept ? undefined : await findEnd(tx, roomId, keep?.own_days ?? days);
  return {
    roomId,
    kept: keep?.kept ?? false,
    ownDays: keep?.own_days ?? null,
    days,
    endsAt: end?.toISOString() ?? null,
  };
}
