/**
 * What statistics count, asked of the messages themselves: of a whole room as of a number of its feed, and of single
 * threads. Replies are found by their roots, since most of them are in no list of the room.
 */
import type { ReadTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import { headOf } from "../../../platform/feeds/index.ts";

/** Days are of UTC. */
export type PersonDay = { day: string; accountId: string; messages: number; replies: number; reactions: number };
export type ThreadDay = { day: string; rootId: string; replies: number };
/** How long a root waited for the first reply by someone else, and the day on which that came. */
export type Answer = { rootId: string; roomId: string; day: string; seconds: number };
export type RoomCount = {
  /** All events of the room up to this number are in the counts, and no later one. */
  asOfSeq: number;
  people: PersonDay[];
  threads: ThreadDay[];
  answers: Answer[];
};

const dayOf = (stamp: string) => `(to_timestamp(${stamp} / 1e6) at time zone 'UTC')::date`;
const reactionDay = "(created_at at time zone 'UTC')::date";
const answers = (roots: string) =>
  `select roots.id, roots.room_id, first.stamp as answered, greatest(0, (first.stamp - roots.stamp) / 1000000) as seconds
   from ${roots} roots cross join lateral (
     select r.stamp from messages r
     where r.parent_id = roots.id and r.author_id <> roots.author_id and r.deleted_at is null
     order by r.seq limit 1
   ) first
   where roots.deleted_at is null and roots.kind = 'message' and roots.reply_count > 0`;

// One statement, so that the number and the counts are of the same moment.
const countAll = defineStatement(
  "counting.room",
  `with roots as materialized (
     select id, room_id, author_id, kind, stamp, deleted_at, reply_count from messages
     where room_id = $1::uuid and in_room and parent_id is null
   ), live as materialized (
     select id, author_id, null::uuid as root_id, ${dayOf("stamp")} as day from roots
     where deleted_at is null and kind = 'message'
     union all
     select r.id, r.author_id, r.parent_id, ${dayOf("r.stamp")} from roots join messages r on r.parent_id = roots.id
     where roots.reply_count > 0 and r.deleted_at is null
   ), done as (
     select day, author_id as account_id, 1 as messages, (root_id is not null)::int as replies, 0 as reactions from live
     union all
     select ${reactionDay}, account_id, 0, 0, 1 from live join reactions on message_id = live.id
   )
   select 'person' as part, day::text, account_id as id, sum(messages)::int as messages, sum(replies)::int as replies,
     sum(reactions)::int as reactions, null::int as seconds from done group by day, account_id
   union all
   select 'thread', day::text, root_id, null, count(*)::int, null, null from live where root_id is not null
   group by day, root_id
   union all
   select 'answer', ${dayOf("answered")}::text, id, null, null, null, seconds::int from (${answers("roots")}) answered
   union all
   select 'head', null, null, ${headOf("'room:' || $1::uuid")}, null, null, null`,
);
type CountRow = Omit<PersonDay, "accountId"> & { part: string; id: string; seconds: number };

// A big room takes longer than statements usually may.
const takeTime = defineStatement("counting.take_time", "select set_config('statement_timeout', '60s', true)");

/** Counts everything in a room that was not deleted. */
export async function countRoom(tx: ReadTx, roomId: string): Promise<RoomCount> {
  await tx.query(takeTime);
  const parts = Map.groupBy(await tx.query<CountRow>(countAll, [roomId]), ({ part }) => part);
  const rowsOf = (part: string) => parts.get(part) ?? [];
  return {
    asOfSeq: rowsOf("head")[0]?.messages ?? 0,
    people: rowsOf("person").map(({ id, part: _, seconds: __, ...counts }) => ({ ...counts, accountId: id })),
    threads: rowsOf("thread").map(({ day, id, replies }) => ({ day, rootId: id, replies })),
    answers: rowsOf("answer").map(({ day, id, seconds }) => ({ day, rootId: id, roomId, seconds })),
  };
}

const answersOf = defineStatement(
  "counting.answers",
  `select id as "rootId", room_id as "roomId", ${dayOf("answered")}::text as day, seconds::int from
   (${answers("(select * from messages where id = any ((select $1::uuid[])::uuid[]))")}) answered`,
);

/** When these roots were first answered by someone else; unanswered ones are left out. */
export const listAnswers = (tx: ReadTx, rootIds: readonly string[]): Promise<Answer[]> =>
  rootIds.length === 0 ? Promise.resolve([]) : tx.query(answersOf, [rootIds]);

const givenTo = defineStatement(
  "counting.reactions",
  `select message_id as "messageId", account_id as "accountId", ${reactionDay}::text as day, count(*)::int as reactions
   from reactions where message_id = any ($1::uuid[]) group by 1, 2, 3`,
);
export type ReactionDay = { messageId: string; accountId: string; day: string; reactions: number };

/** Who reacted to these messages on which days, and how often. */
export const listReactionDays = (tx: ReadTx, messageIds: readonly string[]): Promise<ReactionDay[]> =>
  messageIds.length === 0 ? Promise.resolve([]) : tx.query(givenTo, [messageIds]);
