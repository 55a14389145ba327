// How long conversations are kept, and which are kept anyway.
import type { workspaces } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { KeepRow, RetentionRow } from "../tables.ts";

const select = defineStatement(
  "chats.retentions",
  "select * from chat_retentions where workspace_id = any ($1::uuid[])",
);
export async function listRetentions(tx: ReadTx, workspaceIds: readonly string[]): Promise<Map<string, RetentionRow>> {
  const rows = await tx.query<RetentionRow>(select, [workspaceIds]);
  return new Map(rows.map((row) => [row.workspace_id, row]));
}

/** Where nothing was decided, conversations are kept for ever. */
export const getRetention = async (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<RetentionRow> =>
  (await listRetentions(tx, [workspaceId])).get(workspaceId) ?? {
    workspace_id: workspaceId,
    days: null,
    legal_hold: false,
    version: 1,
  };

const put = defineStatement(
  "chats.put_retention",
  `insert into chat_retentions (workspace_id, days, legal_hold, version) values ($1, $2, $3, $4)
   on conflict (workspace_id) do update set days = excluded.days, legal_hold = excluded.legal_hold, version = excluded.version`,
);
export async function putRetention(tx: WriteTx, row: RetentionRow): Promise<void> {
  await tx.query(put, [row.workspace_id, row.days, row.legal_hold, row.version]);
}

const lock = defineStatement(
  "chats.lock_retention",
  "select pg_advisory_xact_lock(hashtextextended('chat retention ' || $1, 0))",
);
/** While it is held, what is decided does not change: nothing is deleted that a hold was put on meanwhile. */
export async function lockRetention(tx: WriteTx, workspaceId: string): Promise<void> {
  await tx.query(lock, [workspaceId]);
}

const selectKeeps = defineStatement("chats.keeps", "select * from chat_keeps where room_id = any ($1::uuid[])");
/** What was decided for conversations alone, by room. */
export async function listKeeps(tx: ReadTx, roomIds: readonly string[]): Promise<Map<string, KeepRow>> {
  const rows = await tx.query<KeepRow>(selectKeeps, [roomIds]);
  return new Map(rows.map((row) => [row.room_id, row]));
}

const keep = defineStatement(
  "chats.keep",
  `insert into chat_keeps (room_id, kept, own_days) values ($1, $2, $3)
   on conflict (room_id) do update set kept = excluded.kept, own_days = excluded.own_days`,
);
const unkeep = defineStatement("chats.unkeep", "delete from chat_keeps where room_id = $1");
export async function putKeep(tx: WriteTx, { room_id, kept, own_days }: KeepRow): Promise<void> {
  if (!kept && own_days === null) await tx.query(unkeep, [room_id]);
  else await tx.query(keep, [room_id, kept, own_days]);
}

const clear = defineStatement(
  "chats.clear",
  `with a as (delete from chat_keeps where room_id = any ($1::uuid[])), b as (delete from chat_origins where room_id = any ($1::uuid[])),
     c as (delete from chat_imports where room_id = any ($1::uuid[]))
   delete from chat_shares where room_id = any ($1::uuid[])`,
);
/** All that is kept of rooms that are gone, links to them too. */
export async function deleteOfRooms(tx: WriteTx, roomIds: readonly string[]): Promise<void> {
  await tx.query(clear, [roomIds]);
}
