/** Carries a run on that this worker holds, to its end or to where people must decide. */
import { assistants } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import { resolveCitations } from "../context/citations.ts";
import { updateRun } from "../store/runs.ts";
import { type Performed, toolboxes } from "../toolboxes.ts";
import { announceRun } from "./announce.ts";
import { type Ending, endRun, lockHeld } from "./end-run.ts";
import { internalFailure, LeaseLost, RunFault, tellFailure } from "./faults.ts";
import { gather, tellRunning } from "./gather.ts";
import { hearVoices, requireHeard } from "./hear-voices.ts";
import type { Hold } from "./hold.ts";
import { modelAnswer } from "./model-answer.ts";
import { searchAnswer } from "./search-answer.ts";

/** A run that so many workers began and none ended is ended by the next. */
const mostClaims = 6;
const longestMs = 15 * 60_000;

export async function carryOut(hold: Hold): Promise<void> {
  const timer = setTimeout(() => hold.halt("timeout"), longestMs);
  try {
    await goOn(hold);
  } catch (error) {
    await leave(hold, error);
  } finally {
    clearTimeout(timer);
    await hold.rest();
  }
}

async function goOn(hold: Hold): Promise<void> {
  const { run } = hold;
  if (run.stop !== null) hold.halt(run.stop === "keep" ? "stop" : "discard");
  hold.signal.throwIfAborted();
  if (run.claims > mostClaims) throw new RunFault("given_up");
  let gathered = await gather(hold);
  if (await hearVoices(hold, gathered.prepared.conversation)) gathered = await gather(hold);
  const { prepared, models } = gathered;
  requireHeard(run, prepared);
  const isBySearch = models.length === 0;
  // Who begins with a step of a model begins in the transaction that opens it.
  if (isBySearch || run.started_at !== null) await tellRunning(hold, prepared);
  const outcome = isBySearch ? searchAnswer(hold.run, prepared) : await modelAnswer(hold, gathered);
  if (typeof outcome === "string") await pause(hold, outcome);
  else await endRun(hold, outcome);
}

/** Lets the run go until people have decided; no time-out ever does. Who decided just now found nobody to wake: so it goes on. */
async function pause(hold: Hold, waits: Exclude<Performed, "done">): Promise<void> {
  await hold.rest();
  await hold.platform.write(system, async (tx) => {
    const run = await lockHeld(tx, hold);
    const calls = (await toolboxes.current.summaries(tx, [run.id])).get(run.id) ?? [];
    const states = new Set(calls.map(({ state }) => state));
    const isWaiting = !states.has("proposed") && (states.has("needs_approval") || states.has("needs_sign_in"));
    const waiting = waits === "needs_approval" ? "waiting_for_approval" : "waiting_for_sign_in";
    const state = isWaiting ? waiting : "queued";
    const changes = { state, text: hold.text, lease_owner: null, lease_until: null, claims: 0 } as const;
    await announceRun(tx, await updateRun(tx, run, changes));
  });
}

/** After a fault or a halt: what is written is kept, and stands where the answer was to stand. */
async function leave(hold: Hold, error: unknown): Promise<void> {
  const { platform, run, halted } = hold;
  if (error instanceof LeaseLost || halted === "lost" || halted === "hand_over") return;
  const ending = halted === undefined ? failed(hold, error) : halting(hold, halted);
  try {
    await endRun(hold, ending);
  } catch (second) {
    if (second instanceof LeaseLost) return;
    platform.log.error({ err: second, run: run.id }, "A run could not be ended; another worker will");
  }
}

function failed(hold: Hold, error: unknown): Ending {
  const told = tellFailure(error);
  if (!told) hold.platform.log.error({ err: error, run: hold.run.id }, "A run failed");
  const isSilent = error instanceof RunFault && silent.has(error.code);
  return {
    ...kept(hold, isSilent ? "" : hold.text),
    state: "failed",
    failure: told ?? internalFailure,
    isSaid: !isSilent,
  };
}

/** Who lost their rights is told nothing more, and nothing is said for them. */
const silent: ReadonlySet<string> = new Set(["rights_lost", "assistant_gone", "message_gone"]);

function halting(hold: Hold, halted: "stop" | "discard" | "timeout"): Ending {
  const isKept = halted !== "discard";
  const failure = halted === "timeout" ? new RunFault("took_too_long") : undefined;
  return {
    ...kept(hold, isKept ? hold.text : ""),
    state: failure ? "failed" : "stopped",
    failure: failure ? { code: failure.code, message: failure.message } : null,
    isSaid: isKept,
  };
}

function kept(hold: Hold, written: string): Pick<Ending, "text" | "sources" | "unsourced"> {
  const cut = written.slice(0, assistants.runLimits.textLength);
  return { ...resolveCitations(cut, hold.run.sources), unsourced: false };
}
