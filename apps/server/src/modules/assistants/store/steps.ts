// What a model said at each step of a run.
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { StepCall, StepRow } from "../tables.ts";

const selectOf = defineStatement("run_steps.of_run", "select * from run_steps where run_id = $1 order by step");
export const listSteps = (tx: ReadTx, runId: string): Promise<StepRow[]> => tx.query(selectOf, [runId]);

const open = defineStatement(
  "run_steps.open",
  `insert into run_steps (run_id, step, reservation_id, input_tokens, state) values ($1, $2, $3, $4, 'open')`,
);
export async function openStep(
  tx: WriteTx,
  step: Pick<StepRow, "run_id" | "step" | "reservation_id" | "input_tokens">,
): Promise<void> {
  await tx.query(open, [step.run_id, step.step, step.reservation_id, step.input_tokens]);
}

const close = defineStatement(
  "run_steps.close",
  "update run_steps set text = $3, calls = $4, state = $5, reservation_id = null where run_id = $1 and step = $2",
);
export async function closeStep(
  tx: WriteTx,
  at: Pick<StepRow, "run_id" | "step">,
  said: { text: string; calls: readonly StepCall[]; state: "done" | "cut" },
): Promise<void> {
  await tx.query(close, [at.run_id, at.step, said.text, JSON.stringify(said.calls), said.state]);
}
