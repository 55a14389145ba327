// What is read, and what waits. Counts are derived at each asking from a cursor and a few marks; nothing counted is stored.
import { messages } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";

export type Cursor = { roomId: string; lastReadSeq: number; threadsReadSeq: number };
export type UnreadRow = {
  roomId: string;
  lastReadSeq: number;
  count: number;
  mentions: number;
  firstUnreadSeq: number | null;
  threads: number;
  threadsReadSeq: number;
};

const limit = messages.messageLimits.unreadCount;

/**
 * What counts: messages of others, not of the system and not deleted. In the room's list those after the cursor and those
 * marked; in threads that the account follows and has not muted, the replies after the thread's cursor.
 *
 * The arrays come by way of selects, so that the planner cannot see how long they are: it would plan anew at each call,
 * which takes several times as long as the answer.
 */
const selectUnread = defineStatement(
  "reading.unread",
  `with r as materialized (
     select t.room_id, coalesce(s.last_read_seq, t.joined_seq) as cursor, coalesce(s.threads_read_seq, t.joined_seq) as threads_cursor
     from unnest((select $2::uuid[]), (select $3::bigint[])) as t (room_id, joined_seq)
     left join read_states s on s.account_id = $1 and s.room_id = t.room_id
   ), thread_replies as (
     select m.room_id, m.id, m.seq from r
     join thread_standings s on s.account_id = $1 and s.room_id = r.room_id and s.following and not s.muted
     join lateral (
       select m.room_id, m.id, m.seq from messages m
       where m.parent_id = s.root_id and m.seq > greatest(s.last_read_seq, r.threads_cursor)
         and not m.in_room and m.author_id <> $1 and m.kind = 'message' and m.deleted_at is null
       order by m.seq limit ${limit}
     ) m on true
   ), marked as (
     select u.room_id, u.message_id as id, u.seq from r
     join unread_marks u on u.account_id = $1 and u.room_id = r.room_id and u.seq <= r.cursor
     join messages m on m.id = u.message_id and m.author_id <> $1 and m.kind = 'message' and m.deleted_at is null
   )
   select r.room_id as "roomId", r.cursor as "lastReadSeq", r.threads_cursor as "threadsReadSeq",
     least(listed.count + marks.count, ${limit})::int as count,
     least(listed.first, marks.first) as "firstUnreadSeq",
     (select count(*) from thread_replies t where t.room_id = r.room_id)::int as threads,
     mentioned.count::int as mentions
   from r
   cross join lateral (
     select count(*) as count, min(seq) as first from (
       select m.seq from messages m
       where m.room_id = r.room_id and m.in_room and m.seq > r.cursor
         and m.author_id <> $1 and m.kind = 'message' and m.deleted_at is null
       order by m.seq limit ${limit}) as counted
   ) as listed
   cross join lateral (select count(*) as count, min(seq) as first from marked k where k.room_id = r.room_id) as marks
   cross join lateral (
     select count(distinct n.message_id) as count from message_mentions n
     join messages m on m.id = n.message_id and m.author_id <> $1 and m.deleted_at is null
     where n.room_id = r.room_id and (n.account_id = $1 or n.account_id is null) and (
       (m.in_room and n.seq > r.cursor)
       or (n.seq <= r.cursor and n.message_id in (select k.id from marked k where k.room_id = r.room_id))
       or (not m.in_room and n.message_id in (select t.id from thread_replies t where t.room_id = r.room_id)))
       and n.seq > least(r.cursor, r.threads_cursor, (select coalesce(min(k.seq), r.cursor + 1) - 1 from marked k where k.room_id = r.room_id),
                         (select coalesce(min(t.seq), r.cursor + 1) - 1 from thread_replies t where t.room_id = r.room_id))
   ) as mentioned`,
);

/** What waits for an account in rooms, given the number of its joining, where it has read nothing yet. */
export function selectUnreadOf(
  tx: ReadTx,
  accountId: string,
  rooms: readonly { roomId: string; joinedSeq: number }[],
): Promise<UnreadRow[]> {
  if (rooms.length === 0) return Promise.resolve([]);
  return tx.query<UnreadRow>(selectUnread, [
    accountId,
    rooms.map((room) => room.roomId),
    rooms.map((room) => room.joinedSeq),
  ]);
}

const explain = defineStatement(
  "reading.explain",
  `select m.id as "messageId", m.seq, case
       when not m.in_room then 'thread_followed' when m.seq > $3 then 'after_cursor' else 'marked' end as because,
     exists (select 1 from message_mentions n where n.message_id = m.id and (n.account_id = $1 or n.account_id is null)) as "mentionsYou"
   from messages m
   where m.room_id = $2 and m.kind = 'message' and m.author_id <> $1 and m.deleted_at is null and (
     (m.in_room and m.seq > $3)
     or m.id in (select message_id from unread_marks where account_id = $1 and room_id = $2)
     or (not m.in_room and exists (select 1 from thread_standings s where s.account_id = $1 and s.root_id = m.parent_id
         and s.following and not s.muted and m.seq > greatest(s.last_read_seq, $4))))
   order by m.seq limit ${limit}`,
);

export type Counted = {
  messageId: string;
  seq: number;
  because: "after_cursor" | "marked" | "thread_followed";
  mentionsYou: boolean;
};

export function selectCounted(tx: ReadTx, accountId: string, cursor: Cursor): Promise<Counted[]> {
  return tx.query<Counted>(explain, [accountId, cursor.roomId, cursor.lastReadSeq, cursor.threadsReadSeq]);
}

export type CursorKey = { accountId: string; roomId: string };

const lockStates = defineStatement(
  "reading.states",
  `select account_id as "accountId", room_id as "roomId", last_read_seq as "lastReadSeq", threads_read_seq as "threadsReadSeq"
   from read_states where (account_id, room_id) in (select * from unnest($1::uuid[], $2::uuid[])) order by 1, 2`,
);

export function selectCursors(tx: ReadTx, keys: readonly CursorKey[]): Promise<(Cursor & CursorKey)[]> {
  return tx.query(lockStates, [keys.map((key) => key.accountId), keys.map((key) => key.roomId)]);
}

const upsertStates = defineStatement(
  "reading.upsert",
  `insert into read_states (account_id, room_id, last_read_seq, threads_read_seq, read_at)
   select account_id, room_id, last, threads, $5 from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])
     as t (account_id, room_id, last, threads) order by account_id, room_id
   on conflict (account_id, room_id) do update set last_read_seq = excluded.last_read_seq,
     threads_read_seq = excluded.threads_read_seq, read_at = excluded.read_at`,
);

export async function upsertCursors(tx: WriteTx, states: readonly (Cursor & CursorKey)[]): Promise<void> {
  await tx.query(upsertStates, [
    states.map((state) => state.accountId),
    states.map((state) => state.roomId),
    states.map((state) => state.lastReadSeq),
    states.map((state) => state.threadsReadSeq),
    tx.now,
  ]);
}

export type Mark = CursorKey & { messageId: string; seq: number };

const marksOf = defineStatement(
  "reading.marks",
  `select account_id as "accountId", room_id as "roomId", message_id as "messageId", seq from unread_marks
   where (account_id, room_id) in (select * from unnest($1::uuid[], $2::uuid[])) order by seq`,
);

export function selectMarks(tx: ReadTx, keys: readonly CursorKey[]): Promise<Mark[]> {
  return tx.query<Mark>(marksOf, [keys.map((key) => key.accountId), keys.map((key) => key.roomId)]);
}

const insertMarkStatement = defineStatement(
  "reading.mark",
  "insert into unread_marks (account_id, room_id, message_id, seq) values ($1, $2, $3, $4) on conflict do nothing",
);

export async function insertMark(tx: WriteTx, mark: Mark): Promise<void> {
  await tx.query(insertMarkStatement, [mark.accountId, mark.roomId, mark.messageId, mark.seq]);
}

const deleteMarksStatement = defineStatement(
  "reading.unmark",
  `delete from unread_marks u using unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[]) as t (account_id, room_id, low, high)
   where u.account_id = t.account_id and u.room_id = t.room_id and u.seq between t.low and t.high`,
);

/** Takes away the marks between two numbers, both included. */
export async function deleteMarks(
  tx: WriteTx,
  ranges: readonly (CursorKey & { low: number; high: number })[],
): Promise<void> {
  await tx.query(deleteMarksStatement, [
    ranges.map((range) => range.accountId),
    ranges.map((range) => range.roomId),
    ranges.map((range) => range.low),
    ranges.map((range) => range.high),
  ]);
}

const deleteMarksOfStatement = defineStatement(
  "reading.unmark_messages",
  "delete from unread_marks where message_id = any ($1::uuid[])",
);

/** Takes everyone's marks off messages: they went where their numbers are others. */
export async function deleteMarksOf(tx: WriteTx, messageIds: readonly string[]): Promise<void> {
  await tx.query(deleteMarksOfStatement, [messageIds]);
}

const readers = defineStatement(
  "reading.readers",
  `select account_id as "accountId", last_read_seq as "lastReadSeq", read_at as "readAt" from read_states where room_id = $1`,
);

export function selectReaders(
  tx: ReadTx,
  roomId: string,
): Promise<{ accountId: string; lastReadSeq: number; readAt: Date }[]> {
  return tx.query(readers, [roomId]);
}

const forget = defineStatement(
  "reading.forget",
  `with a as (delete from read_states where account_id = $1 and room_id = $2), b as (delete from unread_marks where account_id = $1 and room_id = $2)
   delete from thread_standings where account_id = $1 and room_id = $2`,
);

/** Someone left a room: when they come back they begin anew. */
export async function forgetReader(tx: WriteTx, accountId: string, roomId: string): Promise<void> {
  await tx.query(forget, [accountId, roomId]);
}
