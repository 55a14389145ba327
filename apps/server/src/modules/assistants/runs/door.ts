// What the tools module does with runs.
import type { assistants } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { lockRun, updateRun } from "../store/runs.ts";
import { announceRun } from "./announce.ts";

/** A waiting run goes on: after an approval, a denial, a sign-in. One that does not wait is left alone. */
export async function wakeRun(tx: WriteTx, runId: assistants.RunId): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run?.state !== "waiting_for_approval" && run?.state !== "waiting_for_sign_in") return;
  await announceRun(tx, await updateRun(tx, run, { state: "queued" }));
}

/** Tells that calls of a run changed, without a change of its state. */
export async function announceCalls(tx: WriteTx, runId: assistants.RunId): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run) await announceRun(tx, await updateRun(tx, run, {}));
}
