// Passages as they are written: in portions, one statement each.
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { PassageRow } from "../tables.ts";

/** A passage and all by which it is found. */
export type NewPassage = PassageRow & { readonly lexemes: readonly string[] };

const columns = "message_id, room_id, root_id, author_id, seq, stamp, text, words";
const rows = `select m, r, t, a, s, p, x, array_to_tsvector(string_to_array(w, ' '))
   from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::text[], $8::text[])
     as q (m, r, t, a, s, p, x, w)`;
const upsert = defineStatement(
  "knowledge.upsert",
  `insert into passages (${columns}) ${rows}
   on conflict (message_id) do update set room_id = excluded.room_id, root_id = excluded.root_id, seq = excluded.seq,
     stamp = excluded.stamp, text = excluded.text, words = excluded.words`,
);
const insertMissing = defineStatement(
  "knowledge.insert_missing",
  `insert into passages (${columns}) ${rows} on conflict (message_id) do nothing`,
);

const valuesOf = (passages: readonly NewPassage[]) => [
  passages.map((one) => one.message_id),
  passages.map((one) => one.room_id),
  passages.map((one) => one.root_id),
  passages.map((one) => one.author_id),
  passages.map((one) => one.seq),
  passages.map((one) => one.stamp),
  passages.map((one) => one.text),
  passages.map((one) => one.lexemes.join(" ")),
];

export async function upsertPassages(tx: WriteTx, passages: readonly NewPassage[]): Promise<void> {
  if (passages.length > 0) await tx.query(upsert, valuesOf(passages));
}

/** Those that are there already are newer. */
export async function insertMissingPassages(tx: WriteTx, passages: readonly NewPassage[]): Promise<void> {
  if (passages.length > 0) await tx.query(insertMissing, valuesOf(passages));
}

const deletePlaced = defineStatement(
  "knowledge.delete",
  `delete from passages p using unnest($1::uuid[], $2::uuid[]) as q (id, room_id)
   where p.message_id = q.id and p.room_id = q.room_id`,
);
export type Placed = { readonly messageId: string; readonly roomId: string };

/** Only where they are in the room: a message that moved is in another one. */
export async function deletePassages(tx: WriteTx, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  await tx.query(deletePlaced, [placed.map(({ messageId }) => messageId), placed.map(({ roomId }) => roomId)]);
}

const deleteSome = defineStatement(
  "knowledge.delete_room",
  `with gone as (
     delete from passages where message_id in (select message_id from passages where room_id = $1 limit $2) returning 1
   ) select count(*)::int as count from gone`,
);

/** Deletes so many of a room's passages at most; gives how many it deleted. */
export async function deleteSomeOfRoom(tx: WriteTx, roomId: string, limit: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(deleteSome, [roomId, limit]);
  return row?.count ?? 0;
}

const lock = defineStatement("knowledge.lock", "select pg_advisory_xact_lock(7239846)");

/** One writer at a time: what is read of messages after this is not older than what was heard of them. */
export async function lockPassages(tx: WriteTx): Promise<void> {
  await tx.query(lock);
}
