import { type assistants, messages, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { roomFacts } from "../../rooms/index.ts";
import { moveTo } from "../conversations/turns.ts";
import { listTurnsOf } from "../store/conversations.ts";

export const movePlace: WriteAction<typeof assistants.movePlace> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId, messageId } = call.input;
  if (roomFacts(accessOf(call)).kind !== "assistant") fail(rooms.RoomKindWrong);
  const [turn] = await listTurnsOf(tx, [messageId]);
  if (turn?.room_id !== roomId) fail(messages.MessageNotFound);
  return moveTo(tx, roomId, account.id, messageId);
};
