// SQL on messages themselves. The hot statements are prepared by name.

import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MessageRow, MessageTables } from "../tables.ts";

const columns = `id, room_id, seq, kind, author_id, parent_id, in_room, body, html, mentions, silent, system, stamp, edited_at,
  deleted_at, pinned_at, reactions, reply_count, last_reply_stamp, participant_ids::text[] as participant_ids, resolved_at, attachments, version`;

const pageBefore = defineStatement(
  "messages.page_before",
  `select ${columns} from messages where room_id = $1 and in_room and seq < $2 order by seq desc limit $3`,
);
const pageAfter = defineStatement(
  "messages.page_after",
  `select ${columns} from messages where room_id = $1 and in_room and seq > $2 order by seq limit $3`,
);

/** The messages of a room below a number, the newest of them, in rising order. */
export async function selectBefore(tx: ReadTx, roomId: string, seq: number, limit: number): Promise<MessageRow[]> {
  return (await tx.query<MessageRow>(pageBefore, [roomId, seq, limit])).reverse();
}

/** The messages of a room above a number, the oldest of them, in rising order. */
export function selectAfter(tx: ReadTx, roomId: string, seq: number, limit: number): Promise<MessageRow[]> {
  return tx.query<MessageRow>(pageAfter, [roomId, seq, limit]);
}

// The ids come by way of a select, so that the planner cannot count them: it would plan for each number anew.
const byIds = defineStatement(
  "messages.by_ids",
  `select ${columns} from messages where id = any ((select $1::uuid[])::uuid[])`,
);
const lockIds = defineStatement(
  "messages.lock_ids",
  `select ${columns} from messages where id = any ((select $1::uuid[])::uuid[]) order by id for update`,
);

export function selectByIds(tx: ReadTx, ids: readonly string[]): Promise<MessageRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : tx.query<MessageRow>(byIds, [ids]);
}

/** The same, held until the end of the transaction; locked in the order of ids. */
export function lockByIds(tx: WriteTx, ids: readonly string[]): Promise<MessageRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : tx.query<MessageRow>(lockIds, [ids]);
}

const threadPage = defineStatement(
  "messages.thread",
  `select ${columns} from messages
   where id = $1 or (parent_id = $1 and seq > $2)
   order by (id = $1) desc, seq limit $3`,
);

/** A whole thread in one query: the root first, then its replies above a number. */
export function selectThread(tx: ReadTx, rootId: string, after: number, limit: number): Promise<MessageRow[]> {
  return tx.query<MessageRow>(threadPage, [rootId, after, limit + 1]);
}

const threadBefore = defineStatement(
  "messages.thread_before",
  `select ${columns} from messages where parent_id = $1 and seq < $2 order by seq desc limit $3`,
);

/** The replies of a thread below a number, the newest of them, in rising order. */
export async function selectThreadBefore(
  tx: ReadTx,
  rootId: string,
  seq: number,
  limit: number,
): Promise<MessageRow[]> {
  return (await tx.query<MessageRow>(threadBefore, [rootId, seq, limit])).reverse();
}

const firstSince = defineStatement(
  "messages.first_since",
  "select seq from messages where room_id = $1 and in_room and stamp >= $2 order by seq limit 1",
);

/** The number of the first message of a room at or after a time. */
export async function selectSeqSince(tx: ReadTx, roomId: string, stamp: number): Promise<number | undefined> {
  return (await tx.query<{ seq: number }>(firstSince, [roomId, stamp]))[0]?.seq;
}

const pins = defineStatement(
  "messages.pins",
  `select ${columns} from messages where room_id = $1 and pinned_at is not null order by pinned_at desc`,
);

export function selectPins(tx: ReadTx, roomId: string): Promise<MessageRow[]> {
  return tx.query<MessageRow>(pins, [roomId]);
}

export type NewMessage = Pick<
  MessageRow,
  | "id"
  | "room_id"
  | "seq"
  | "kind"
  | "author_id"
  | "parent_id"
  | "in_room"
  | "body"
  | "html"
  | "mentions"
  | "silent"
  | "system"
  | "stamp"
> &
  Partial<Pick<MessageRow, "attachments">>;

const insert = defineStatement(
  "messages.insert",
  `insert into messages (id, room_id, seq, kind, author_id, parent_id, in_room, body, html, mentions, silent, system, stamp,
     attachments)
   select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::uuid[], $7::boolean[], $8::text[],
     $9::text[], $10::jsonb[], $11::boolean[], $12::jsonb[], $13::bigint[], $14::jsonb[])`,
);

export async function insertMessages(tx: WriteTx, rows: readonly NewMessage[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(insert, [
    rows.map((row) => row.id),
    rows.map((row) => row.room_id),
    rows.map((row) => row.seq),
    rows.map((row) => row.kind),
    rows.map((row) => row.author_id),
    rows.map((row) => row.parent_id),
    rows.map((row) => row.in_room),
    rows.map((row) => row.body),
    rows.map((row) => row.html),
    rows.map((row) => JSON.stringify(row.mentions)),
    rows.map((row) => row.silent),
    rows.map((row) => (row.system === null ? null : JSON.stringify(row.system))),
    rows.map((row) => row.stamp),
    rows.map((row) => JSON.stringify(row.attachments ?? [])),
  ]);
}

/** A row as it is just after its insert. */
export const newRow = (message: NewMessage): MessageRow => ({
  attachments: [],
  ...message,
  edited_at: null,
  deleted_at: null,
  pinned_at: null,
  reactions: [],
  reply_count: 0,
  last_reply_stamp: null,
  participant_ids: [],
  resolved_at: null,
  version: 1,
});

type Changes = Partial<
  Pick<
    MessageRow,
    | "body"
    | "html"
    | "mentions"
    | "edited_at"
    | "deleted_at"
    | "pinned_at"
    | "reactions"
    | "reply_count"
    | "last_reply_stamp"
    | "participant_ids"
    | "resolved_at"
    | "room_id"
    | "seq"
    | "stamp"
    | "parent_id"
    | "in_room"
    | "attachments"
    | "version"
  >
>;

/** Writes some columns of a message and gives the row as it is then. */
export async function updateMessage(tx: WriteTx, row: MessageRow, changes: Changes): Promise<MessageRow> {
  const { mentions, reactions, participant_ids, attachments, ...plain } = changes;
  const json = {
    ...(mentions && { mentions: JSON.stringify(mentions) as never }),
    ...(reactions && { reactions: JSON.stringify(reactions) as never }),
    ...(attachments && { attachments: JSON.stringify(attachments) as never }),
    ...(participant_ids && { participant_ids: participant_ids as never }),
  };
  await tx
    .writer<MessageTables>()
    .updateTable("messages")
    .set({ ...plain, ...json })
    .where("id", "=", row.id)
    .execute();
  return { ...row, ...changes };
}

const lockRoomPins = defineStatement(
  "messages.lock_pins",
  "select pg_advisory_xact_lock(hashtextextended('pins ' || $1, 0))",
);

/** Holds the room's pins until the end of the transaction, and gives how many there are. */
export async function lockPins(tx: WriteTx, roomId: string): Promise<number> {
  await tx.query(lockRoomPins, [roomId]);
  return (await selectPins(tx, roomId)).length;
}

const threadFacts = defineStatement(
  "messages.thread_facts",
  `select count(*)::int as reply_count, max(stamp) as last_reply_stamp,
     array(select author_id::text from messages r where r.parent_id = $1 and r.deleted_at is null
           group by author_id order by max(seq) desc limit 5) as participant_ids
   from messages where parent_id = $1 and deleted_at is null`,
);

/** A thread's summary, counted anew: after a deletion or a move. */
export async function countThread(
  tx: ReadTx,
  rootId: string,
): Promise<Pick<MessageRow, "reply_count" | "last_reply_stamp" | "participant_ids">> {
  const [facts] = await tx.query<Pick<MessageRow, "reply_count" | "last_reply_stamp" | "participant_ids">>(
    threadFacts,
    [rootId],
  );
  return facts ?? { reply_count: 0, last_reply_stamp: null, participant_ids: [] };
}

const repliesOf = defineStatement(
  "messages.replies_of",
  `select ${columns} from messages where parent_id = $1 order by seq for update`,
);

export function lockReplies(tx: WriteTx, rootId: string): Promise<MessageRow[]> {
  return tx.query<MessageRow>(repliesOf, [rootId]);
}

const updateThreads = defineStatement(
  "messages.update_threads",
  `update messages m set reply_count = t.reply_count, last_reply_stamp = t.last_reply_stamp,
     participant_ids = string_to_array(t.participant_ids, ',')::uuid[]
   from unnest($1::uuid[], $2::int[], $3::bigint[], $4::text[]) as t (id, reply_count, last_reply_stamp, participant_ids)
   where m.id = t.id`,
);

export async function updateThreadSummaries(tx: WriteTx, roots: readonly MessageRow[]): Promise<void> {
  if (roots.length === 0) return;
  await tx.query(updateThreads, [
    roots.map((root) => root.id),
    roots.map((root) => root.reply_count),
    roots.map((root) => root.last_reply_stamp),
    roots.map((root) => root.participant_ids.join(",")),
  ]);
}

export async function deleteRoomMessages(tx: WriteTx, roomId: string): Promise<void> {
  const db = tx.writer<MessageTables>();
  const ids = db.selectFrom("messages").select("id").where("room_id", "=", roomId);
  await db.deleteFrom("message_versions").where("message_id", "in", ids).execute();
  await db.deleteFrom("reactions").where("message_id", "in", ids).execute();
  await db.deleteFrom("message_attachments").where("message_id", "in", ids).execute();
  for (const table of ["message_mentions", "unread_marks", "thread_standings", "read_states", "messages"] as const) {
    await db.deleteFrom(table).where("room_id", "=", roomId).execute();
  }
}

const texts = defineStatement(
  "messages.texts",
  `select id, room_id, parent_id, author_id, seq, stamp, body from messages
   where id > $1 and kind = 'message' and deleted_at is null order by id limit $2`,
);
export type TextRow = Pick<MessageRow, "id" | "room_id" | "parent_id" | "author_id" | "seq" | "stamp" | "body">;

/** What was said, over all rooms in the order of ids, after an id. */
export function selectTexts(tx: ReadTx, afterId: string, limit: number): Promise<TextRow[]> {
  return tx.query<TextRow>(texts, [afterId, limit]);
}
