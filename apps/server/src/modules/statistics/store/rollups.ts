// Writing the rollups: counts of each room by day and person or thread, and when threads were first answered.
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { Answer, RoomCount } from "../../messages/index.ts";
import type { PeopleRow, ThreadRow } from "../tables.ts";

const selectCounted = defineStatement(
  "statistics.counted",
  `select room_id as "roomId", as_of_seq as seq from statistics_rooms where room_id = any ($1::uuid[])`,
);

/** Up to which number of its feed each of these rooms was counted when it was counted as a whole. */
export async function listCounted(tx: ReadTx, roomIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ roomId: string; seq: number }>(selectCounted, [roomIds]);
  return new Map(rows.map(({ roomId, seq }) => [roomId, seq]));
}

const hold = defineStatement(
  "statistics.hold",
  `insert into statistics_rooms (room_id, workspace_id, as_of_seq) values ($1, $2, 0)
   on conflict (room_id) do update set as_of_seq = statistics_rooms.as_of_seq`,
);

/** Holds the room's rollup until the end of the transaction: two counts of it come one after the other. */
export const holdRoom = async (tx: WriteTx, roomId: string, workspaceId: string): Promise<void> => {
  await tx.query(hold, [roomId, workspaceId]);
};

const setAsOf = defineStatement(
  "statistics.set_as_of",
  "update statistics_rooms set as_of_seq = $2 where room_id = $1",
);

/** Writes what a count of a whole room gave, in the place of what was there. */
export async function replaceCount(tx: WriteTx, roomId: string, count: RoomCount): Promise<void> {
  await deleteCounts(tx, [roomId]);
  await addPeople(
    tx,
    count.people.map((one) => ({ ...one, roomId })),
  );
  await addThreads(
    tx,
    count.threads.map((one) => ({ ...one, roomId })),
  );
  await insertAnswers(tx, count.answers);
  await tx.query(setAsOf, [roomId, count.asOfSeq]);
}

const upsertPeople = defineStatement(
  "statistics.add_people",
  `insert into statistics_people as s (room_id, day, account_id, messages, replies, reactions)
   select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[], $5::int[], $6::int[])
   on conflict (room_id, day, account_id) do update set messages = s.messages + excluded.messages,
     replies = s.replies + excluded.replies, reactions = s.reactions + excluded.reactions`,
);

/** Each room, day and person once. */
export async function addPeople(tx: WriteTx, rows: readonly PeopleRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(upsertPeople, [
    rows.map((row) => row.roomId),
    rows.map((row) => row.day),
    rows.map((row) => row.accountId),
    rows.map((row) => row.messages),
    rows.map((row) => row.replies),
    rows.map((row) => row.reactions),
  ]);
}

const upsertThreads = defineStatement(
  "statistics.add_threads",
  `insert into statistics_threads as s (room_id, day, root_id, replies)
   select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[])
   on conflict (room_id, day, root_id) do update set replies = s.replies + excluded.replies`,
);

/** Each room, day and thread once. */
export async function addThreads(tx: WriteTx, rows: readonly ThreadRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(upsertThreads, [
    rows.map((row) => row.roomId),
    rows.map((row) => row.day),
    rows.map((row) => row.rootId),
    rows.map((row) => row.replies),
  ]);
}

const removeAnswers = defineStatement(
  "statistics.delete_answers",
  "delete from statistics_answers where root_id = any ($1::uuid[])",
);
const upsertAnswers = defineStatement(
  "statistics.insert_answers",
  `insert into statistics_answers (root_id, room_id, day, seconds)
   select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[])
   on conflict (root_id) do update set room_id = excluded.room_id, day = excluded.day, seconds = excluded.seconds`,
);

/** Of these roots, these are the answers and no others. */
export async function replaceAnswers(
  tx: WriteTx,
  rootIds: readonly string[],
  answers: readonly Answer[],
): Promise<void> {
  if (rootIds.length === 0) return;
  await tx.query(removeAnswers, [rootIds]);
  await insertAnswers(tx, answers);
}

async function insertAnswers(tx: WriteTx, answers: readonly Answer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.query(upsertAnswers, [
    answers.map((answer) => answer.rootId),
    answers.map((answer) => answer.roomId),
    answers.map((answer) => answer.day),
    answers.map((answer) => answer.seconds),
  ]);
}

const removeCounts = defineStatement(
  "statistics.delete_counts",
  `with people as (delete from statistics_people where room_id = any ($1::uuid[])),
     threads as (delete from statistics_threads where room_id = any ($1::uuid[]))
   delete from statistics_answers where room_id = any ($1::uuid[])`,
);
const removeRooms = defineStatement(
  "statistics.delete_rooms",
  "delete from statistics_rooms where room_id = any ($1::uuid[])",
);

const deleteCounts = async (tx: WriteTx, roomIds: readonly string[]): Promise<void> => {
  await tx.query(removeCounts, [roomIds]);
};

/** Forgets rooms that are gone. */
export async function deleteRooms(tx: WriteTx, roomIds: readonly string[]): Promise<void> {
  if (roomIds.length === 0) return;
  await deleteCounts(tx, roomIds);
  await tx.query(removeRooms, [roomIds]);
}
