// Only who asked decides, in the room where they did. Nothing else ever approves.
import { type assistants, type rooms, tools } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import type { Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { goOn } from "../calls/go-on.ts";
import { decideOn, release } from "../calls/steps.ts";
import { lockCall } from "../store/calls.ts";
import { putGrant } from "../store/policies.ts";
import type { CallRow } from "../tables.ts";
import { viewCall } from "../views.ts";

export const approveToolCall: WriteAction<typeof tools.approveToolCall> = async (tx, { actor, input }) => {
  const call = await lockMine(tx, actor, input);
  if (call.state === "needs_sign_in") return goneOn(tx, await release(tx, call, { sign_in: null }));
  if (call.state !== "needs_approval") return fail(tools.ToolCallDecided, { state: call.state });
  if (input.remember === "room" && call.may_remember) {
    const { asked_by: account_id, room_id, name, fingerprint } = call;
    await putGrant(tx, { account_id, room_id, name, fingerprint });
  }
  return goneOn(tx, await decideOn(tx, call, true));
};

export const denyToolCall: WriteAction<typeof tools.denyToolCall> = async (tx, { actor, input }) => {
  const call = await lockMine(tx, actor, input);
  const waits = call.state === "needs_approval" || call.state === "needs_sign_in";
  if (!waits) return fail(tools.ToolCallDecided, { state: call.state });
  return goneOn(tx, await decideOn(tx, call, false));
};

async function goneOn(tx: WriteTx, call: CallRow): Promise<tools.ToolCall> {
  await goOn(tx, call);
  return viewCall(call);
}

type Named = { callId: assistants.ToolCallId; roomId: rooms.RoomId };

/** "Not there" and "somebody else's" are one failure. */
async function lockMine(tx: WriteTx, actor: Call["actor"], { callId, roomId }: Named): Promise<CallRow> {
  const call = await lockCall(tx, callId);
  const isMine = call?.room_id === roomId && call.asked_by === requireAccount(actor).account.id;
  return call && isMine ? call : fail(tools.ToolCallNotFound);
}
