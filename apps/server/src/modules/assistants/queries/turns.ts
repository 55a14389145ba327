import { type assistants, type messages, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { roomFacts } from "../../rooms/index.ts";
import { findPlace, listTurnRows } from "../store/conversations.ts";
import { viewTurn } from "../views.ts";

export const listTurns: ReadAction<typeof assistants.listTurns> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId } = call.input;
  if (roomFacts(accessOf(call)).kind !== "assistant") fail(rooms.RoomKindWrong);
  const place = (await findPlace(tx, roomId, account.id)) as messages.MessageId | undefined;
  return { turns: (await listTurnRows(tx, roomId)).map(viewTurn), place: place ?? null };
};
