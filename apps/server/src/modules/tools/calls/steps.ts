// The steps of a call. Each is written in one transaction with the event that tells the person, and nobody else, of it.
import { feedOf, tools } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { announceCalls } from "../../assistants/index.ts";
import { updateCall } from "../store/calls.ts";
import { addCounts, type Count, counted } from "../store/counts.ts";
import type { CallChanges, CallRow } from "../tables.ts";
import { viewCall } from "../views.ts";
import { boundText } from "./bounded-text.ts";
import type { SignInNeeded, ToolFault } from "./fault.ts";
import { holdMoney, payFor } from "./money.ts";
import { stepOf } from "./steps-of-time.ts";

/** Changes a locked call, and tells. The room hears through its run, of the state alone. */
async function step(tx: WriteTx, call: CallRow, changes: CallChanges): Promise<CallRow> {
  const next = await updateCall(tx, call, changes);
  announce(tx, next);
  if (next.run_id) await announceCalls(tx, next.run_id);
  return next;
}

export const announce = (tx: WriteTx, call: CallRow): void =>
  void tx.emit(tools.ToolCallChanged, feedOf.account(call.asked_by), { call: viewCall(call) });

/** What it costs is held first: where a budget is used up, it does not begin. */
export const begin = async (tx: WriteTx, call: CallRow): Promise<CallRow> =>
  step(tx, call, { state: "running", started_at: tx.now, sign_in: null, ...(await holdMoney(tx, call)) });

/** It only reads and nobody knows whether it was done: it is made once more, and paid once more. */
export const beginAgain = async (tx: WriteTx, call: CallRow): Promise<CallRow> => {
  const paid = await updateCall(tx, call, await payFor(tx, call, "may_have_happened"));
  return updateCall(tx, paid, await holdMoney(tx, paid));
};

export const finish = (tx: WriteTx, call: CallRow, output: string): Promise<CallRow> =>
  end(tx, call, { state: "done", ...resultOf(output) });

export const failWith = (tx: WriteTx, call: CallRow, { kind, message, output }: ToolFault): Promise<CallRow> =>
  end(tx, call, {
    state: kind === "forbidden" ? "denied" : "failed",
    failure_kind: kind,
    failure_message: message,
    ...(output !== undefined && resultOf(output)),
  });

export const cancel = (tx: WriteTx, call: CallRow): Promise<CallRow> => end(tx, call, { state: "cancelled" });

export const awaitSignIn = async (tx: WriteTx, call: CallRow, { signIn }: SignInNeeded): Promise<CallRow> => {
  const unpaid = await payFor(tx, call, "sign_in_refused");
  return step(tx, call, { state: "needs_sign_in", started_at: null, sign_in: JSON.stringify(signIn), ...unpaid });
};

/** It may run: it was approved, or who is asked has signed in. */
export const release = (tx: WriteTx, call: CallRow, changes: CallChanges = {}): Promise<CallRow> =>
  step(tx, call, { ...changes, state: "proposed" });

export async function decideOn(tx: WriteTx, call: CallRow, isApproved: boolean): Promise<CallRow> {
  const sum = Math.round((tx.now.getTime() - call.created_at.getTime()) / 1_000);
  const counts = [{ what: counted.asked, sum }, ...(isApproved ? [{ what: counted.approved }] : [])];
  await addCounts(tx, { workspaceId: call.workspace_id, name: call.name, at: tx.now }, counts);
  if (isApproved) return release(tx, call, { decided_at: tx.now });
  return step(tx, call, { state: "denied", decided_at: tx.now, ended_at: tx.now });
}

async function end(tx: WriteTx, call: CallRow, changes: CallChanges): Promise<CallRow> {
  const paid = await payFor(tx, call, changes.failure_kind ?? null);
  const ended = await step(tx, call, { ...changes, ...paid, ended_at: tx.now });
  await addCounts(tx, { workspaceId: call.workspace_id, name: call.name, at: tx.now }, countsOf(ended));
  return ended;
}

/** Only calls that were made are counted. */
function countsOf({ state, started_at, ended_at, failure_kind, result_bytes }: CallRow): Count[] {
  if (!started_at || !ended_at || (state !== "done" && state !== "failed")) return [];
  const took = stepOf(ended_at.getTime() - started_at.getTime());
  return [
    { what: counted.ended, sum: result_bytes ?? 0 },
    { what: `${counted.took}${took}` },
    { what: state === "done" ? counted.done : `${counted.failed}${failure_kind ?? "internal"}` },
  ];
}

function resultOf(output: string) {
  const { text, truncated, bytes } = boundText(output);
  return { result_text: text, result_truncated: truncated, result_bytes: bytes };
}
