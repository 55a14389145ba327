// What the tools module does with runs.
import type { assistants } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { findRunRow, lockRun, updateRun } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";
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

export type FoundRun = Pick<
  RunRow,
  "id" | "workspace_id" | "room_id" | "assistant_id" | "asked_by" | "audience" | "state" | "message_id" | "parent_id"
>;

export const findRun = (tx: ReadTx, runId: string): Promise<FoundRun | undefined> => findRunRow(tx, runId);
