/**
 * A run with a model: steps of words and calls until there is nothing to call. Each round looks at what is written down, and
 * does what comes next, so that it does not matter which worker did what came before, or whether one died in the middle.
 */
import { assistants } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { ModelMessage } from "../../../platform/models/index.ts";
import type { ResolvedModel } from "../../models/index.ts";
import { resolveCitations } from "../context/citations.ts";
import { sensesOf } from "../context/files.ts";
import { type Capacity, messagesFor } from "../context/messages-for.ts";
import type { Prepared } from "../context/prepare.ts";
import { showFiles } from "../context/show-files.ts";
import { toolSources } from "../context/sources.ts";
import { user } from "../context/transcript.ts";
import type { StepRow } from "../tables.ts";
import { type CallOutcome, type Performed, toolboxes } from "../toolboxes.ts";
import type { Ending } from "./end-run.ts";
import { RunFault } from "./faults.ts";
import type { Gathered } from "./gather.ts";
import { requireProgress } from "./guards.ts";
import type { Hold } from "./hold.ts";
import { type Round, readRound } from "./round.ts";
import { requireStanding } from "./standing.ts";
import { goOn, paragraph, stepMessages, textOf } from "./step-messages.ts";
import { closeAbandoned, streamStep } from "./stream-step.ts";

const { stepsCount } = assistants.runLimits;

/** Gives the end, or what the run waits for. */
export async function modelAnswer(
  hold: Hold,
  { prepared, models, round: first }: Gathered,
): Promise<Ending | Exclude<Performed, "done">> {
  const planned = messagesFor(hold.run, prepared, capacityOf(hold, models));
  const shown = await showFiles(hold.platform, hold.run, planned, hold.signal);
  for (let round = first; ; round = await look(hold)) {
    const { steps, outcomes } = round;
    const last = steps.at(-1);
    if (last?.state === "open") {
      await closeAbandoned(hold, last, unclosedText(hold, steps), models);
      continue;
    }
    if (last?.state === "done") {
      if (last.calls.length === 0) return finish(prepared, round);
      const ended = new Set<string>(outcomes.map(({ callId }) => callId));
      if (!last.calls.every(({ callId }) => ended.has(callId))) {
        const performed = await perform(hold, prepared, last);
        if (performed !== "done") return performed;
        continue;
      }
      requireProgress(steps, outcomes);
    }
    if (steps.length >= stepsCount) throw new RunFault("too_many_steps");
    await nextStep(hold, prepared, shown, models, round);
  }
}

/** The smallest of the models decides, since any of them may have to answer. */
function capacityOf({ platform }: Hold, models: readonly ResolvedModel[]): Capacity {
  const context = Math.min(...models.map(({ contextTokens }) => contextTokens));
  return {
    inputTokens: Math.floor(context * 0.7),
    countTokens: platform.models.countTokens,
    senses: sensesOf(models),
  };
}

/** What is written down, if it may still be gone on with. */
async function look({ platform, run, signal }: Hold): Promise<Round> {
  signal.throwIfAborted();
  return platform.read(async (tx) => {
    const [round] = await Promise.all([readRound(tx, run), requireStanding(tx, run)]);
    return round;
  });
}

/** What was kept of a step that nobody closed. */
function unclosedText(hold: Hold, steps: readonly StepRow[]): string {
  const closed = textOf(steps.slice(0, -1));
  const rest = hold.text.slice(closed.length);
  return closed !== "" && rest.startsWith(paragraph) ? rest.slice(paragraph.length) : rest;
}

async function perform(hold: Hold, { facts }: Prepared, { calls }: StepRow): Promise<Performed> {
  const { platform, signal } = hold;
  await platform.write(system, (tx) => toolboxes.current.propose(tx, facts, calls));
  const performed = await toolboxes.current.perform(platform, facts, signal);
  signal.throwIfAborted();
  return performed;
}

async function nextStep(
  hold: Hold,
  prepared: Prepared,
  shown: readonly ModelMessage[],
  models: readonly ResolvedModel[],
  { steps, outcomes, earlier }: Round,
): Promise<void> {
  const isLast = steps.length === stepsCount - 1;
  const tools = isLast ? [] : prepared.tools;
  const messages = [...shown, ...before(earlier), ...stepMessages(steps, outcomes, allSources(prepared, outcomes))];
  const isGoingOn = steps.at(-1)?.state === "cut";
  await streamStep(hold, steps.length, models, prepared, { messages, ...(tools.length > 0 && { tools }) }, isGoingOn);
}

const before = (earlier: string): ModelMessage[] =>
  earlier === "" ? [] : [{ role: "assistant", text: earlier, toolCalls: [] }, user(goOn)];

const allSources = ({ sources }: Pick<Prepared, "sources">, outcomes: readonly CallOutcome[]): assistants.Source[] => {
  const shown = sources.filter(({ kind }) => kind !== "tool");
  return [...shown, ...toolSources(outcomes, shown.length)];
};

function finish(prepared: Prepared, { steps, outcomes }: Round): Ending {
  const { text, sources } = resolveCitations(textOf(steps), allSources(prepared, outcomes));
  if (text.trim() === "") throw new RunFault("no_answer");
  const unsourced = prepared.settings.citesSources && !sources.some(({ cited }) => cited);
  return { state: "done", text, sources, unsourced, failure: null, isSaid: true };
}
