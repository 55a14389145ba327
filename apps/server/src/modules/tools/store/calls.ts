import type { AccountId, assistants, rooms, tools } from "@althing/contract";
import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { CallChanges, CallRow, NewCall, ToolTables } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<ToolTables>();
const into = (tx: WriteTx) => tx.writer<ToolTables>();

const openStates = ["proposed", "needs_approval", "needs_sign_in", "running"] as const;

/** A call that is there already is left as it is. */
export const insertCalls = (tx: WriteTx, calls: readonly NewCall[]): Promise<CallRow[]> =>
  into(tx)
    .insertInto("tool_calls")
    .values([...calls])
    .onConflict((on) => on.column("id").doNothing())
    .returningAll()
    .execute();

export const findCall = (tx: ReadTx, callId: assistants.ToolCallId): Promise<CallRow | undefined> =>
  from(tx).selectFrom("tool_calls").selectAll().where("id", "=", callId).executeTakeFirst();

/** Held until the end of the transaction: each step of a call is decided by the state it then has. */
export const lockCall = (tx: WriteTx, callId: assistants.ToolCallId): Promise<CallRow | undefined> =>
  into(tx).selectFrom("tool_calls").selectAll().where("id", "=", callId).forUpdate().executeTakeFirst();

/** Changes a locked call and raises its version. */
export const updateCall = (tx: WriteTx, call: CallRow, changes: CallChanges): Promise<CallRow> =>
  into(tx)
    .updateTable("tool_calls")
    .set({ ...changes, version: call.version + 1 })
    .where("id", "=", call.id)
    .returningAll()
    .executeTakeFirstOrThrow();

const selectOfRuns = defineStatement(
  "tool_calls.of_runs",
  "select * from tool_calls where run_id = any ($1::uuid[]) order by ordinal",
);
/** In the order in which they were proposed. */
export const listCallsOfRuns = (tx: ReadTx, runIds: readonly assistants.RunId[]): Promise<CallRow[]> =>
  runIds.length === 0 ? Promise.resolve([]) : tx.query(selectOfRuns, [runIds]);

export const lockOpenCalls = (tx: WriteTx, runId: assistants.RunId): Promise<CallRow[]> =>
  into(tx)
    .selectFrom("tool_calls")
    .selectAll()
    .where("run_id", "=", runId)
    .where("state", "in", openStates)
    .orderBy("ordinal")
    .forUpdate()
    .execute();

export const lockCallsForSignIn = (
  tx: WriteTx,
  accountId: AccountId,
  sourceId: tools.ToolSourceId,
): Promise<CallRow[]> =>
  into(tx)
    .selectFrom("tool_calls")
    .selectAll()
    .where("asked_by", "=", accountId)
    .where("source_id", "=", sourceId)
    .where("state", "=", "needs_sign_in")
    .orderBy("ordinal")
    .forUpdate()
    .execute();

type Listing = {
  roomId: rooms.RoomId;
  askedBy: AccountId;
  runId: assistants.RunId | undefined;
  onlyWaiting: boolean;
  before: number | undefined;
  limit: number;
};

/** The newest first. */
export function listCallRows(tx: ReadTx, { roomId, askedBy, runId, onlyWaiting, before, limit }: Listing) {
  let query = from(tx)
    .selectFrom("tool_calls")
    .selectAll()
    .where("room_id", "=", roomId)
    .where("asked_by", "=", askedBy);
  if (runId) query = query.where("run_id", "=", runId);
  if (onlyWaiting) query = query.where("state", "in", ["needs_approval", "needs_sign_in"]);
  if (before !== undefined) query = query.where("ordinal", "<", before);
  return query.orderBy("ordinal", "desc").limit(limit).execute();
}

/** Counts of somebody's open calls, one asker after another, so that the number stays within its limit. */
export async function lockAndCountOpen(tx: WriteTx, askedBy: AccountId): Promise<number> {
  const name = `tool calls ${askedBy}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
  const { count } = await into(tx)
    .selectFrom("tool_calls")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("asked_by", "=", askedBy)
    .where("state", "in", openStates)
    .executeTakeFirstOrThrow();
  return count;
}

export const deleteCallsIn = (tx: WriteTx, roomId: rooms.RoomId): Promise<unknown> =>
  into(tx).deleteFrom("tool_calls").where("room_id", "=", roomId).execute();
