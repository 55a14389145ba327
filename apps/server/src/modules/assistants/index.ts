import type { assistants } from "@althing/contract";
import type { WriteTx } from "../../kernel/tx.ts";
export * from "./toolboxes.ts";
export async function wakeRun(_tx: WriteTx, _runId: assistants.RunId): Promise<void> {}
export async function announceCalls(_tx: WriteTx, _runId: assistants.RunId): Promise<void> {}
