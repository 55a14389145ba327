import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";

export type Standing = {
  accountId: string;
  roomId: string;
  rootId: string;
  following: boolean;
  muted: boolean;
  lastReadSeq: number;
};

const columns = `account_id as "accountId", room_id as "roomId", root_id as "rootId", following, muted, last_read_seq as "lastReadSeq"`;

const follow = defineStatement(
  "threads.follow",
  `insert into thread_standings (account_id, room_id, root_id, following, last_read_seq)
   select account_id, room_id, root_id, true, seq from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[])
     as t (account_id, room_id, root_id, seq) order by account_id, root_id
   on conflict do nothing returning ${columns}`,
);

/** Makes accounts follow threads that they had no standing to; gives the new standings. Who chose otherwise is left alone. */
export function insertFollowers(
  tx: WriteTx,
  followers: readonly Pick<Standing, "accountId" | "roomId" | "rootId" | "lastReadSeq">[],
): Promise<Standing[]> {
  if (followers.length === 0) return Promise.resolve([]);
  return tx.query<Standing>(follow, [
    followers.map((one) => one.accountId),
    followers.map((one) => one.roomId),
    followers.map((one) => one.rootId),
    followers.map((one) => one.lastReadSeq),
  ]);
}

const ofThread = defineStatement(
  "threads.standing",
  `select ${columns} from thread_standings where account_id = $1 and root_id = $2`,
);

export async function findStanding(tx: ReadTx, accountId: string, rootId: string): Promise<Standing | undefined> {
  return (await tx.query<Standing>(ofThread, [accountId, rootId]))[0];
}

const upsert = defineStatement(
  "threads.upsert",
  `insert into thread_standings (account_id, room_id, root_id, following, muted, last_read_seq) values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id, root_id) do update set following = excluded.following, muted = excluded.muted,
     last_read_seq = excluded.last_read_seq`,
);

export async function upsertStanding(tx: WriteTx, standing: Standing): Promise<void> {
  const { accountId, roomId, rootId, following, muted, lastReadSeq } = standing;
  await tx.query(upsert, [accountId, roomId, rootId, following, muted, lastReadSeq]);
}

const unreadReplies = defineStatement(
  "threads.unread",
  `select s.root_id as "rootId", (select count(*) from messages m where m.parent_id = s.root_id and not m.in_room
     and m.seq > greatest(s.last_read_seq, coalesce((select threads_read_seq from read_states r
       where r.account_id = s.account_id and r.room_id = s.room_id), 0))
     and m.author_id <> s.account_id and m.kind = 'message' and m.deleted_at is null)::int as unread
   from thread_standings s where s.account_id = $1 and s.root_id = any ($2::uuid[])`,
);

/** How many replies wait in threads, by root. */
export async function countUnreadReplies(
  tx: ReadTx,
  accountId: string,
  rootIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ rootId: string; unread: number }>(unreadReplies, [accountId, rootIds]);
  return new Map(rows.map(({ rootId, unread }) => [rootId, unread]));
}

const followed = defineStatement(
  "threads.followed",
  `select s.account_id as "accountId", s.room_id as "roomId", s.root_id as "rootId", s.following, s.muted, s.last_read_seq as "lastReadSeq",
     m.last_reply_stamp as stamp
   from thread_standings s join messages m on m.id = s.root_id
   where s.account_id = $1 and s.following and s.room_id = any ($2::uuid[]) and m.last_reply_stamp is not null
     and (m.last_reply_stamp, m.id) < ($3::bigint, $4::uuid)
     and (not $5::boolean or exists (select 1 from messages r where r.parent_id = s.root_id and r.seq > s.last_read_seq
       and r.author_id <> $1 and r.deleted_at is null and not r.in_room))
   order by m.last_reply_stamp desc, m.id desc limit $6`,
);

/** The threads an account follows in rooms, the last answered first. */
export function selectFollowed(
  tx: ReadTx,
  accountId: string,
  roomIds: readonly string[],
  before: { stamp: number; id: string },
  unreadOnly: boolean,
  limit: number,
): Promise<(Standing & { stamp: number })[]> {
  return tx.query(followed, [accountId, roomIds, before.stamp, before.id, unreadOnly, limit]);
}

const moveAll = defineStatement(
  "threads.move",
  "update thread_standings set room_id = $2, last_read_seq = 0 where root_id = $1",
);

/** A thread went to another room, where its replies have other numbers. */
export async function moveStandings(tx: WriteTx, rootId: string, toRoomId: string): Promise<void> {
  await tx.query(moveAll, [rootId, toRoomId]);
}
