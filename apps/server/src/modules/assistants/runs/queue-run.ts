import { type AccountId, assistants, type messages, type rooms, type ToldFailure } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { countRunsOf, insertRun, updateRun, wasAsked } from "../store/runs.ts";
import type { AssistantRow, RunRequest, RunRow } from "../tables.ts";
import { announceRun } from "./announce.ts";

export type NewRun = {
  readonly assistant: AssistantRow;
  readonly roomId: rooms.RoomId;
  readonly askerId: AccountId;
  readonly purpose: assistants.RunPurpose;
  readonly audience: "room" | "asker";
  readonly promptId: messages.MessageId | null;
  readonly parentId: messages.MessageId | null;
  readonly request: RunRequest;
};

const { activePerAccount } = assistants.runLimits;
const { TooManyRuns } = assistants;
const noUsage: assistants.TokenUsage = {
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  quality: "none",
  costMicros: 0,
};

/** Writes a run down for the workers; fails with TooManyRuns. Gives it as it was told. */
export async function queueRun(tx: WriteTx, run: NewRun): Promise<assistants.Run> {
  if ((await countRunsOf(tx, run.askerId)) >= activePerAccount) fail(TooManyRuns, { limit: activePerAccount });
  return announceRun(tx, await insert(tx, run));
}

/**
 * The same where nobody waits for an answer: what cannot begin is told as a run that failed. A message that is heard twice
 * asks once; who looks and who writes down wait for each other at the count of who asks.
 */
export async function queueOrTell(tx: WriteTx, run: NewRun, failure?: ToldFailure): Promise<void> {
  const [activeCount, isKnown] = await Promise.all([
    countRunsOf(tx, run.askerId),
    run.promptId !== null && wasAsked(tx, run.promptId, run.assistant.account_id),
  ]);
  if (isKnown) return;
  const { code, title, message } = TooManyRuns;
  const told = failure ?? (activeCount >= activePerAccount ? { code, message: `${title}. ${message}` } : null);
  const queued = await insert(tx, run);
  await announceRun(
    tx,
    told ? await updateRun(tx, queued, { state: "failed", failure: told, ended_at: tx.now }) : queued,
  );
}

const insert = (tx: WriteTx, run: NewRun): Promise<RunRow> =>
  insertRun(tx, {
    id: tx.newId() as assistants.RunId,
    workspace_id: run.assistant.workspace_id,
    room_id: run.roomId,
    assistant_id: run.assistant.account_id,
    settings_version: run.assistant.version,
    asked_by: run.askerId,
    purpose: run.purpose,
    audience: run.audience,
    state: "queued",
    prompt_id: run.promptId,
    message_id: tx.newId() as messages.MessageId,
    parent_id: run.parentId,
    request: run.request,
    usage: noUsage,
    stop: null,
    lease_owner: null,
    lease_until: null,
    created_at: tx.now,
    started_at: null,
    ended_at: null,
  });
