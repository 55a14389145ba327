import type { ReadTx } from "../../../kernel/tx.ts";
import { findRunRow } from "../store/runs.ts";
import { listSteps } from "../store/steps.ts";
import type { RunRow, StepRow } from "../tables.ts";
import { type CallOutcome, toolboxes } from "../toolboxes.ts";

/** How far a run has come, as it is written down. */
export type Round = { readonly steps: StepRow[]; readonly outcomes: CallOutcome[]; readonly earlier: string };

export async function readRound(tx: ReadTx, { id, request: { continues } }: RunRow): Promise<Round> {
  const [steps, outcomes, continued] = await Promise.all([
    listSteps(tx, id),
    toolboxes.current.outcomes(tx, id),
    continues === undefined ? undefined : findRunRow(tx, continues),
  ]);
  return { steps, outcomes, earlier: continued?.text ?? "" };
}
