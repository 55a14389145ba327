// SQL on runs: how they come, are held by a worker, and end. Leases go by the clock of the database, which all servers share.
import type { assistants } from "@althing/contract";
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { AssistantTables, RunRequest, RunRow, RunsTable } from "../tables.ts";

const into = (tx: WriteTx) => tx.writer<AssistantTables>();

/** How long a worker that gives no sign of life keeps a run. */
const leaseSeconds = 15;

type Json<Row> = Omit<Row, "request" | "usage" | "model" | "passed_over" | "sources" | "failure"> & {
  request: RunRequest;
  usage: assistants.TokenUsage;
};
export const insertRun = async (tx: WriteTx, row: Json<Insertable<RunsTable>>): Promise<RunRow> =>
  into(tx)
    .insertInto("runs")
    .values({
      ...row,
      request: JSON.stringify(row.request),
      usage: JSON.stringify(row.usage),
      model: "null",
      failure: "null",
    })
    .returningAll()
    .executeTakeFirstOrThrow();

export type RunChanges = Partial<
  Pick<
    RunRow,
    | "state"
    | "audience"
    | "parent_id"
    | "text"
    | "model"
    | "passed_over"
    | "sources"
    | "read_messages"
    | "read_passages"
    | "unsourced"
    | "usage"
    | "failure"
    | "stop"
    | "started_at"
    | "ended_at"
    | "lease_owner"
    | "lease_until"
    | "claims"
  >
>;
const asJson: ReadonlySet<string> = new Set(["model", "passed_over", "sources", "usage", "failure"]);

/** A new version of a run, as everyone who may see it is told. */
export const updateRun = (tx: WriteTx, row: RunRow, changes: RunChanges): Promise<RunRow> =>
  into(tx)
    .updateTable("runs")
    .set({
      ...Object.fromEntries(
        Object.entries(changes).map(([column, value]) => [column, asJson.has(column) ? JSON.stringify(value) : value]),
      ),
      version: row.version + 1,
    })
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow();

const selectByIds = defineStatement("runs.by_ids", "select * from runs where id = any ($1::uuid[])");
export const listRunRows = (tx: ReadTx, ids: readonly string[]): Promise<RunRow[]> => tx.query(selectByIds, [ids]);
export const findRunRow = async (tx: ReadTx, id: string): Promise<RunRow | undefined> =>
  (await listRunRows(tx, [id]))[0];

const lockOne = defineStatement("runs.lock", "select * from runs where id = $1 for update");
export const lockRun = async (tx: WriteTx, id: string): Promise<RunRow | undefined> =>
  (await tx.query<RunRow>(lockOne, [id]))[0];

const selectCurrent = defineStatement(
  "runs.current",
  `select * from runs where room_id = $1 and ended_at is null
   union all
   select * from runs where room_id = $1 and created_at > $2::timestamptz - interval '1 day'
     and ended_at > $2 and state in ('failed', 'stopped')
   order by created_at, id limit 200`,
);
/** Those going on, and those that failed or were stopped since. */
export const listCurrent = (tx: ReadTx, roomId: string, since: Date): Promise<RunRow[]> =>
  tx.query(selectCurrent, [roomId, since]);

const selectBehind = defineStatement(
  "runs.behind",
  "select * from runs where room_id = $1 and message_id = any ($2::uuid[])",
);
export const listBehind = (tx: ReadTx, roomId: string, messageIds: readonly string[]): Promise<RunRow[]> =>
  tx.query(selectBehind, [roomId, messageIds]);

const lockOfPrompts = defineStatement(
  "runs.of_prompts",
  "select * from runs where prompt_id = any ($1::uuid[]) and ended_at is null order by id for update",
);
export const lockRunsOfPrompts = (tx: WriteTx, promptIds: readonly string[]): Promise<RunRow[]> =>
  tx.query(lockOfPrompts, [promptIds]);

const ofPrompt = defineStatement(
  "runs.of_prompt",
  "select 1 as n from runs where prompt_id = $1 and assistant_id = $2 limit 1",
);
/** Whether an assistant was asked by a message before. */
export const wasAsked = async (tx: ReadTx, promptId: string, assistantId: string): Promise<boolean> =>
  (await tx.query(ofPrompt, [promptId, assistantId])).length > 0;

const ofThreads = defineStatement(
  "runs.of_threads",
  `select distinct r.root_id as "rootId", r.assistant_id as "assistantId" from (
     select prompt_id as root_id, assistant_id from runs where prompt_id = any ($1::uuid[]) and audience = 'room'
     union select message_id, assistant_id from runs where message_id = any ($1::uuid[]) and audience = 'room') as r`,
);
/** Which assistants the roots of threads asked or were said by. */
export const listThreadAssistants = (
  tx: ReadTx,
  rootIds: readonly string[],
): Promise<{ rootId: string; assistantId: string }[]> =>
  rootIds.length === 0 ? Promise.resolve([]) : tx.query(ofThreads, [rootIds]);

const lockAsker = defineStatement(
  "runs.lock_asker",
  "select pg_advisory_xact_lock(hashtextextended('runs of ' || $1, 0))",
);
const countActive = defineStatement(
  "runs.count_active",
  "select count(*)::int as n from runs where asked_by = $1 and ended_at is null",
);
/** How many runs of someone have not ended; until the commit nobody adds to them. */
export async function countRunsOf(tx: WriteTx, accountId: string): Promise<number> {
  const [, [row]] = await Promise.all([
    tx.query(lockAsker, [accountId]),
    tx.query<{ n: number }>(countActive, [accountId]),
  ]);
  return row?.n ?? 0;
}

const claim = defineStatement(
  "runs.claim",
  `update runs set state = 'running', lease_owner = $1, lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), claims = claims + 1
   where id in (select id from runs where state in ('queued', 'running')
     and (lease_until is null or lease_until < clock_timestamp()) order by created_at limit $2 for update skip locked)
   returning *`,
);
/** Takes runs that nobody holds, or whose holder gave no sign of life. */
export const claimRuns = (tx: WriteTx, owner: string, limit: number): Promise<RunRow[]> =>
  tx.query(claim, [owner, limit]);

const renew = defineStatement(
  "runs.renew",
  `update runs set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
   where lease_owner = $1 and id = any ($2::uuid[]) and state = 'running' returning id, stop`,
);
/** Those of the runs that are still held, and which of them are to stop. */
export const renewLeases = (
  tx: WriteTx,
  owner: string,
  ids: readonly string[],
): Promise<Pick<RunRow, "id" | "stop">[]> => tx.query(renew, [owner, ids]);

const release = defineStatement(
  "runs.release",
  "update runs set lease_owner = null, lease_until = null, claims = claims - 1 where lease_owner = $1 and id = any ($2::uuid[])",
);
/** Gives runs up, for any worker to go on with at once. */
export async function releaseLeases(tx: WriteTx, owner: string, ids: readonly string[]): Promise<void> {
  await tx.query(release, [owner, ids]);
}

const checkpoint = defineStatement(
  "runs.checkpoint",
  "update runs set text = $3 where id = $1 and lease_owner = $2 and state = 'running' returning stop",
);
/** Keeps what is written so far; undefined where the run is not this worker's any more. */
export const keepText = async (
  tx: WriteTx,
  owner: string,
  run: Pick<RunRow, "id" | "text">,
): Promise<Pick<RunRow, "stop"> | undefined> =>
  (await tx.query<Pick<RunRow, "stop">>(checkpoint, [run.id, owner, run.text]))[0];

const countOpen = defineStatement(
  "runs.count_open",
  "select count(*)::int as n from runs where state in ('queued', 'running')",
);
export const countOpenRuns = async (tx: ReadTx): Promise<number> =>
  (await tx.query<{ n: number }>(countOpen))[0]?.n ?? 0;

const clearRoom = defineStatement("runs.clear_room", "delete from runs where room_id = any ($1::uuid[])");
export async function deleteRunsOfRooms(tx: WriteTx, roomIds: readonly string[]): Promise<void> {
  await tx.query(clearRoom, [roomIds]);
}
