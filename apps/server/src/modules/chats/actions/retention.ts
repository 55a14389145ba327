// What is decided about how long conversations are kept, and which is kept anyway.
import { chats, feedOf, type workspaces } from "@althing/contract";
import type { ReadAction, WriteAction } from "../../../kernel/binding.ts";
import { accessOf, requireVersion } from "../../../kernel/call.ts";
import { requireChat } from "../queries/conversation.ts";
import { getRetention, listKept, lockRetention, putRetention, setKept } from "../store/retention.ts";
import { viewRetention } from "../views.ts";

export const getChatRetention: ReadAction<typeof chats.getChatRetention> = async (tx, { input }) =>
  viewRetention(await getRetention(tx, input.workspaceId));

export const setChatRetention: WriteAction<typeof chats.setChatRetention> = async (tx, call) => {
  const { workspaceId, days, legalHold } = call.input;
  await lockRetention(tx, workspaceId);
  const before = await getRetention(tx, workspaceId);
  requireVersion(call, before.version);
  const after = {
    ...before,
    days: days === undefined ? before.days : days,
    legal_hold: legalHold ?? before.legal_hold,
    version: before.version + 1,
  };
  await putRetention(tx, after);
  const retention = viewRetention(after);
  tx.emit(chats.ChatRetentionChanged, feedOf.workspace(workspaceId), { retention });
  return retention;
};

export const keepChat: WriteAction<typeof chats.keepChat> = async (tx, call) => {
  requireChat(call);
  const { roomId, kept } = call.input;
  await setKept(tx, roomId, kept);
  tx.emit(chats.ChatKept, feedOf.room(roomId), { roomId, kept });
  return { roomId, kept };
};

export const getChatKeeping: ReadAction<typeof chats.getChatKeeping> = async (tx, call) => {
  requireChat(call);
  const { roomId } = call.input;
  const { days } = await getRetention(tx, accessOf(call).workspaceId as workspaces.WorkspaceId);
  return { roomId, kept: (await listKept(tx, [roomId])).has(roomId), days };
};
