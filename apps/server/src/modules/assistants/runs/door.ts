import type { assistants } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";

/** A waiting run goes on. */
export async function wakeRun(_: WriteTx, __: assistants.RunId): Promise<void> {}

/** Tells the room that the run's calls changed. */
export async function announceCalls(_: WriteTx, __: assistants.RunId): Promise<void> {}
