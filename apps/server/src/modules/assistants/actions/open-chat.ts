import { assistants, type rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { openRoom, roomOf } from "../../rooms/index.ts";
import { mayChange, personOf } from "../policy.ts";
import { requireAskable } from "../queries/find-assistants.ts";
import { requireModels } from "../queries/require-models.ts";
import { insertChat } from "../store/conversations.ts";

/** A room of two that more can be added to; without a title it gets one from the first question. A try-out is listed nowhere. */
export const openChat: WriteAction<typeof assistants.openChat> = async (tx, call) => {
  const me = requireAccount(call.actor).account.id;
  const { workspaceId, assistantId, title, temporary, trial = null } = call.input;
  const assistant = await requireAskable(tx, me, { workspaceId, assistantId });
  if (trial) {
    if (!mayChange(assistant, personOf(me, accessOf(call)))) fail(assistants.AssistantNotYours);
    await requireModels(tx, { workspaceId, accountId: me }, trial);
  }
  const traits = { ...(title !== undefined && { name: title }), unlisted: trial !== null };
  const roomId = tx.newId() as rooms.RoomId;
  const opening = {
    ...traits,
    id: roomId,
    workspaceId,
    kind: "assistant",
    visibility: "private",
    ownerId: me,
  } as const;
  const newcomers = await openRoom(tx, opening, [me, assistant.account_id], me);
  if (!newcomers) throw new Error("A conversation has no name that could be taken");
  await insertChat(tx, {
    room_id: roomId,
    assistant_id: assistantId,
    temporary,
    trial,
    is_titled: title !== undefined,
  });
  return roomOf(newcomers, me);
};
