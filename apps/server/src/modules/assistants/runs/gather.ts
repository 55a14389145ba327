/** What a run needs to go on, read in one snapshot: who may ask, which models may answer, what they are shown, what came before. */
import { system } from "../../../kernel/actor.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { chooseModels, openModels, type ResolvedModel } from "../../models/index.ts";
import { type Prepared, prepare, settingsOf } from "../context/prepare.ts";
import { choicesOf } from "../queries/require-models.ts";
import { findChat } from "../store/conversations.ts";
import { updateRun } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";
import { announceRun } from "./announce.ts";
import { lockHeld } from "./end-run.ts";
import { RunFault } from "./faults.ts";
import type { Hold } from "./hold.ts";
import { type Round, readRound } from "./round.ts";
import { requireStanding } from "./standing.ts";

export type Gathered = {
  readonly prepared: Prepared;
  /** Those that may answer, in order; none where the assistant answers by search. */
  readonly models: readonly ResolvedModel[];
  readonly round: Round;
};

export async function gather({ platform, run }: Hold): Promise<Gathered> {
  const { chosen, ...gathered } = await platform.read(async (tx) => {
    const [standing, chat] = await Promise.all([requireStanding(tx, run), findChat(tx, run.room_id)]);
    const settings = await settingsOf(tx, run, standing, chat);
    const choices = run.request.model ? [run.request.model] : choicesOf(settings);
    const [chosen, prepared, round] = await Promise.all([
      chooseModels(tx, { workspaceId: run.workspace_id, accountId: run.asked_by, choices }),
      prepare(tx, run, standing, { settings, isBySearch: choices.length === 0 }),
      readRound(tx, run),
    ]);
    if (choices.length > 0 && chosen.length === 0) throw new RunFault("models_gone");
    return { chosen, prepared, round };
  });
  const models = openModels(platform, chosen);
  if (chosen.length > 0 && models.length === 0) throw new RunFault("models_gone");
  return { ...gathered, models };
}

/** Tells everyone that a run goes on, and at its beginning what it is shown: before it does anything else. */
export const tellRunning = (hold: Hold, prepared: Prepared): Promise<void> =>
  hold.platform.write(system, async (tx) => {
    hold.run = await begin(tx, await lockHeld(tx, hold), prepared);
  });

export async function begin(
  tx: WriteTx,
  run: RunRow,
  { sources, readMessages, passages }: Pick<Prepared, "sources" | "readMessages" | "passages">,
): Promise<RunRow> {
  const begun = {
    started_at: tx.now,
    sources: [...sources],
    read_messages: readMessages,
    read_passages: passages.length,
  };
  const running = await updateRun(tx, run, run.started_at === null ? begun : {});
  await announceRun(tx, running);
  return running;
}
