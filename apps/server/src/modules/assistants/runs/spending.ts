// The money of one step: held before the model is asked, written down afterwards, also where it broke off.
import type { assistants } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import type { TokenUsage } from "../../../platform/models/index.ts";
import {
  costOf,
  mostItMayCost,
  type ReservationId,
  type ResolvedModel,
  record,
  reserve,
  settle,
} from "../../models/index.ts";
import type { Prepared } from "../context/prepare.ts";
import { updateRun } from "../store/runs.ts";
import { closeStep, openStep } from "../store/steps.ts";
import type { RunRow, StepCall, StepRow } from "../tables.ts";
import { announceRun } from "./announce.ts";
import { lockHeld } from "./end-run.ts";
import { begin } from "./gather.ts";
import type { Hold } from "./hold.ts";
import { requireStanding } from "./standing.ts";

/** Opens a step, with what it may cost at most held on the dearest of the models. A run that has not begun begins with it. */
export async function openPaidStep(
  hold: Hold,
  step: number,
  models: readonly ResolvedModel[],
  tokens: { readonly input: number; readonly output: number },
  prepared: Prepared,
): Promise<StepRow> {
  const costs = models.map((model) => ({ model, micros: mostItMayCost(model.prices, tokens.input, tokens.output) }));
  const dearest = costs.reduce((one, other) => (other.micros > one.micros ? other : one));
  return hold.platform.write(system, async (tx) => {
    const run = await lockHeld(tx, hold);
    const spending = { ...spenderOf(run), ...dearest.model.choice, micros: dearest.micros };
    const [reservationId, begun] = await Promise.all([
      reserve(tx, spending),
      run.started_at === null ? begin(tx, run, prepared) : hold.run,
      requireStanding(tx, run),
    ]);
    hold.run = begun;
    const row = { run_id: run.id, step, reservation_id: reservationId, input_tokens: tokens.input };
    await openStep(tx, row);
    return { ...row, text: "", calls: [], state: "open" };
  });
}

export type StepEnd = {
  readonly text: string;
  readonly calls: readonly StepCall[];
  readonly state: "done" | "cut";
  readonly usage: TokenUsage;
  /** The model that answered; undefined where none began to. */
  readonly model: ResolvedModel | undefined;
  /** Who was asked last, and is paid where none answered. */
  readonly asked?: ResolvedModel | undefined;
  readonly passedOver: assistants.Run["passedOver"];
  /** What models were asked before it that gave no word, and may have cost something all the same. */
  readonly lost: readonly Lost[];
};
export type Lost = { readonly model: ResolvedModel; readonly usage: TokenUsage };

/** Closes a step: what it said is kept, and what it used is in the ledger. */
export function closePaidStep(hold: Hold, step: StepRow, end: StepEnd): Promise<void> {
  return hold.platform.write(system, async (tx) => {
    hold.run = await settleStep(tx, await lockHeld(tx, hold), step, end, hold.text);
  });
}

/** Where another model answers than was to, everyone is told while it does, and whoever has to go on knows whose words they are. */
export function tellFallOver(hold: Hold, { model, passedOver }: Pick<StepEnd, "model" | "passedOver">): Promise<void> {
  return hold.platform.write(system, async (tx) => {
    const run = await lockHeld(tx, hold);
    const changes = { ...whoAnswers(model), passed_over: mergePassedOver(run.passed_over, passedOver) };
    hold.run = await updateRun(tx, run, changes);
    await announceRun(tx, hold.run);
  });
}

const whoAnswers = (model: ResolvedModel | undefined): Pick<RunRow, "model"> | undefined =>
  model && { model: { ...model.choice, name: model.name } };

async function settleStep(tx: WriteTx, run: RunRow, step: StepRow, end: StepEnd, written: string): Promise<RunRow> {
  const { usage, model, passedOver, text, calls, state } = end;
  const paid = model ?? end.asked;
  const micros = paid ? costOf(paid.prices, usage) : 0;
  if (step.reservation_id !== null) {
    const priceVersion = paid?.priceVersion ?? null;
    await settle(tx, step.reservation_id as ReservationId, {
      kind: "model",
      usage,
      micros,
      priceVersion,
      step: step.step,
    });
  }
  for (const one of end.lost) await recordLost(tx, run, step, one);
  await closeStep(tx, step, { text, calls, state });
  const before = end.lost.reduce((all, one) => sum(all, one.usage, costOf(one.model.prices, one.usage)), run.usage);
  return updateRun(tx, run, {
    text: written,
    usage: sum(before, usage, micros),
    ...whoAnswers(model),
    passed_over: mergePassedOver(run.passed_over, passedOver),
  });
}

function recordLost(tx: WriteTx, run: RunRow, { step }: StepRow, { model, usage }: Lost): Promise<void> {
  const { choice, prices, priceVersion } = model;
  const micros = costOf(prices, usage);
  return record(tx, { ...spenderOf(run), ...choice }, { kind: "model", usage, micros, priceVersion, step });
}

const spenderOf = (run: RunRow) => ({
  workspaceId: run.workspace_id,
  accountId: run.asked_by,
  assistantId: run.assistant_id,
  roomId: run.room_id,
  runId: run.id,
});

const mergePassedOver = (
  before: assistants.Run["passedOver"],
  now: assistants.Run["passedOver"],
): assistants.Run["passedOver"] => [...before, ...now.filter(({ name }) => !before.some((one) => one.name === name))];

/** What is unknown once stays unknown: a sum must not look like all that it cost. */
function sum(before: assistants.TokenUsage, step: TokenUsage, micros: number | null): assistants.TokenUsage {
  const qualities = [before.quality, step.quality];
  const quality = qualities.includes("unknown")
    ? "unknown"
    : qualities.includes("estimated")
      ? "estimated"
      : "reported";
  return {
    inputTokens: before.inputTokens + step.inputTokens,
    cachedInputTokens: before.cachedInputTokens + step.cachedInputTokens,
    outputTokens: before.outputTokens + step.outputTokens,
    reasoningTokens: before.reasoningTokens + step.reasoningTokens,
    quality,
    costMicros: before.costMicros === null || micros === null ? null : before.costMicros + micros,
  };
}
