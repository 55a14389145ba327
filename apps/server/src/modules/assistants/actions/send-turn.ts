import { type assistants, messages, rooms } from "@althing/contract";
import { v7 as uuidv7 } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { findSent, postMessage, saidByIds, sharedAttachments } from "../../messages/index.ts";
import { roomFacts } from "../../rooms/index.ts";
import { addTurn } from "../conversations/turns.ts";
import { listTurnsOf } from "../store/conversations.ts";

/** The message is posted as any other; only its place in the tree is chosen, and it may share files of others. */
export const sendTurn: WriteAction<typeof assistants.sendTurn> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId, afterId, body, attachmentIds, id } = call.input;
  const access = accessOf(call);
  if (roomFacts(access).kind !== "assistant") fail(rooms.RoomKindWrong);
  const known = id === undefined ? undefined : await findSent(tx, account, { roomId, id });
  if (known) return known;
  if (afterId !== null) {
    const [turn] = await listTurnsOf(tx, [afterId]);
    const [said] = await saidByIds(tx, [afterId]);
    if (turn?.room_id !== roomId || !said) fail(messages.MessageNotFound);
  }
  const messageId = id ?? (uuidv7({ msecs: tx.now.getTime() }) as messages.MessageId);
  const { message } = await postMessage(tx, {
    id: messageId,
    roomId,
    workspaceId: access.workspaceId,
    author: account,
    body,
    parentId: null,
    attachments: await sharedAttachments(tx, roomId, attachmentIds),
  });
  await addTurn(tx, { messageId, roomId, parentId: afterId, runId: null, askerId: account.id, posted: message });
  return message;
};
