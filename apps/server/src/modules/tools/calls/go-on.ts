// A call may run again: its run is woken, or, where a person runs it by hand, it is put in line.
import type { AccountId, tools } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { wakeRun } from "../../assistants/index.ts";
import { enqueueByHand } from "../jobs/perform-by-hand.ts";
import { lockCallsForSignIn } from "../store/calls.ts";
import type { CallRow } from "../tables.ts";
import { release } from "./steps.ts";

export async function goOn(tx: WriteTx, call: CallRow): Promise<void> {
  if (call.run_id) await wakeRun(tx, call.run_id);
  else if (call.state === "proposed") await enqueueByHand(tx, { callId: call.id, askedBy: call.asked_by });
}

/** Somebody has signed in to a source: what waited for that goes on. */
export async function resumeAfterSignIn(
  tx: WriteTx,
  { accountId, sourceId }: { accountId: AccountId; sourceId: tools.ToolSourceId },
): Promise<void> {
  for (const call of await lockCallsForSignIn(tx, accountId, sourceId)) {
    await goOn(tx, await release(tx, call, { sign_in: null }));
  }
}
