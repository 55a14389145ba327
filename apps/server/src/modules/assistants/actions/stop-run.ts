/** Stopping. What nobody holds ends at once; a worker that holds the run is told, and keeps what it wrote up to there. */
import { assistants } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { lockOwnRun } from "../queries/find-runs.ts";
import { getRun } from "../queries/runs.ts";
import { announceRun } from "../runs/announce.ts";
import { endOf } from "../runs/end-of-run.ts";
import { conclude } from "../runs/end-run.ts";
import { updateRun } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";

const patienceMs = 3_000;

export const stopRun: OutsideAction<typeof assistants.stopRun> = async (platform, call) => {
  const ended = endOf(platform, call.input.runId);
  try {
    await platform.write(call.actor, async (tx) => {
      const run = await lockOwnRun(tx, call, call.input);
      if (run.ended_at !== null) fail(assistants.RunEnded);
      await stop(tx, run, "keep");
    });
    await ended.within(patienceMs);
  } finally {
    ended.forget();
  }
  return platform.read((tx) => getRun(tx, call as unknown as Parameters<typeof getRun>[1])) as Promise<assistants.Run>;
};

/** Stops a locked run; `discard` where nobody wants its words any more. */
export async function stop(tx: WriteTx, run: RunRow, how: "keep" | "discard"): Promise<void> {
  if (run.lease_owner !== null) {
    await announceRun(tx, await updateRun(tx, run, { stop: how }));
    return;
  }
  const isKept = how === "keep";
  const kept = { text: isKept ? run.text : "", sources: isKept ? run.sources : [] };
  await conclude(tx, run, { ...kept, state: "stopped", unsourced: false, failure: null, isSaid: isKept });
}
