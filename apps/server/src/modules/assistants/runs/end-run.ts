/** The end of a run: one transaction in which its message is posted, its turn is placed, and everyone is told. */
import type { assistants, ToldFailure } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { postMessage, saidByIds } from "../../messages/index.ts";
import { linkPolicy } from "../context/citations.ts";
import { addTurn } from "../conversations/turns.ts";
import { findChat } from "../store/conversations.ts";
import { lockRun, type RunChanges, updateRun } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";
import { toolboxes } from "../toolboxes.ts";
import { dropClaimsOf } from "../voices/drop.ts";
import { announceRun } from "./announce.ts";
import { LeaseLost, RunFault } from "./faults.ts";
import type { Hold } from "./hold.ts";
import { requireStanding } from "./standing.ts";

export type Ending = {
  readonly state: "done" | "failed" | "stopped";
  readonly text: string;
  readonly sources: readonly assistants.Source[];
  readonly unsourced: boolean;
  readonly failure: ToldFailure | null;
  /** What the model itself brought is known by then; an answer by search has none. */
  readonly isSaid: boolean;
};

/** Ends a run that this worker holds. Rights are asked a last time: who lost them gets a failed run, and nothing is said. */
export async function endRun(hold: Hold, ending: Ending): Promise<void> {
  await hold.rest();
  await hold.platform.write(system, async (tx) => {
    const run = await lockHeld(tx, hold);
    await conclude(tx, run, ending.isSaid ? await checked(tx, run, ending) : ending);
  });
}

/** The run as it is now; throws where it is held by another, or was ended meanwhile. */
export async function lockHeld(tx: WriteTx, { run: { id }, owner }: Pick<Hold, "run" | "owner">): Promise<RunRow> {
  const run = await lockRun(tx, id);
  if (run?.lease_owner !== owner || run.state !== "running") throw new LeaseLost();
  return run;
}

async function checked(tx: WriteTx, run: RunRow, ending: Ending): Promise<Ending> {
  try {
    await requireStanding(tx, run);
    await requirePrompt(tx, run);
    return ending;
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    const failure = { code: error.code, message: error.message };
    const isGone = error.code === "message_gone";
    return {
      ...ending,
      state: isGone ? "stopped" : "failed",
      failure: isGone ? null : failure,
      text: "",
      sources: [],
      isSaid: false,
    };
  }
}

async function requirePrompt(tx: WriteTx, { prompt_id }: RunRow): Promise<void> {
  if (prompt_id !== null && (await saidByIds(tx, [prompt_id])).length === 0) throw new RunFault("message_gone");
}

/** Ends a locked run, whoever held it. */
export async function conclude(tx: WriteTx, run: RunRow, ending: Ending): Promise<assistants.Run> {
  const { state, text, sources, unsourced, failure } = ending;
  if (state !== "done") await toolboxes.current.cancel(tx, run.id);
  await dropClaimsOf(tx, run.id);
  if (ending.isSaid && run.audience === "room" && text.trim() !== "") await say(tx, run, ending);
  const changes: RunChanges = {
    state,
    usage: await withTools(tx, run),
    text: text.trim() === "" ? "" : text,
    sources: [...sources],
    unsourced,
    failure,
    ended_at: tx.now,
    started_at: run.started_at ?? tx.now,
    lease_owner: null,
    lease_until: null,
  };
  return announceRun(tx, await updateRun(tx, run, changes));
}

/** Models are added as their steps close, and tools here, when all of their calls have ended. */
async function withTools(tx: WriteTx, { id, usage }: RunRow): Promise<RunRow["usage"]> {
  if (usage.costMicros === null) return usage;
  const outcomes = await toolboxes.current.outcomes(tx, id);
  return { ...usage, costMicros: outcomes.reduce((sum, { micros }) => sum + (micros ?? 0), usage.costMicros) };
}

/** Posts what a run wrote, in its assistant's name and under the id that was known from the beginning. */
export async function say(tx: WriteTx, run: RunRow, { text, sources }: Pick<Ending, "text" | "sources">) {
  const author = (await listAccountRefs(tx, [run.assistant_id])).get(run.assistant_id);
  if (!author) throw new RunFault("assistant_gone");
  const posted = await postMessage(tx, {
    id: run.message_id,
    roomId: run.room_id,
    workspaceId: run.workspace_id,
    author,
    body: text.trim(),
    parentId: run.parent_id,
    mayLink: linkPolicy(sources, tx.knowledge.publicUrl),
  });
  if (run.parent_id === null && (await findChat(tx, run.room_id))) {
    await addTurn(tx, {
      messageId: run.message_id,
      roomId: run.room_id,
      parentId: run.prompt_id,
      runId: run.id,
      askerId: run.asked_by,
      posted: posted.message,
    });
  }
  return posted;
}
