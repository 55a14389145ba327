// Chats, the trees of what was said in them, and where everyone is.
import type { assistants } from "@althing/contract";
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { AssistantTables, ChatRow, ChatsTable, TurnRow } from "../tables.ts";

const into = (tx: WriteTx) => tx.writer<AssistantTables>();

export async function insertChat(
  tx: WriteTx,
  chat: Omit<Insertable<ChatsTable>, "trial"> & { trial: assistants.AssistantSettings | null },
): Promise<void> {
  await into(tx)
    .insertInto("chats")
    .values({ ...chat, trial: JSON.stringify(chat.trial) })
    .execute();
}

const selectChats = defineStatement("chats.by_rooms", "select * from chats where room_id = any ($1::uuid[])");
export const listChats = (tx: ReadTx, roomIds: readonly string[]): Promise<ChatRow[]> =>
  roomIds.length === 0 ? Promise.resolve([]) : tx.query(selectChats, [roomIds]);

const selectChatsAfter = defineStatement(
  "chats.after",
  "select * from chats where room_id > $1 order by room_id limit $2",
);
export const listChatsAfter = (tx: ReadTx, afterRoomId: string, limit: number): Promise<ChatRow[]> =>
  tx.query(selectChatsAfter, [afterRoomId, limit]);
export const findChat = async (tx: ReadTx, roomId: string): Promise<ChatRow | undefined> =>
  (await listChats(tx, [roomId]))[0];

const markTitled = defineStatement("chats.titled", "update chats set is_titled = true where room_id = $1");
export async function setTitled(tx: WriteTx, roomId: string): Promise<void> {
  await tx.query(markTitled, [roomId]);
}

const insertOne = defineStatement(
  "turns.insert",
  `insert into turns (message_id, room_id, parent_id, run_id, seq) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);
export async function insertTurn(tx: WriteTx, turn: TurnRow): Promise<void> {
  await tx.query(insertOne, [turn.message_id, turn.room_id, turn.parent_id, turn.run_id, turn.seq]);
}

const selectTurns = defineStatement("turns.of_room", "select * from turns where room_id = $1 order by seq");
export const listTurnRows = (tx: ReadTx, roomId: string): Promise<TurnRow[]> => tx.query(selectTurns, [roomId]);

const selectByMessages = defineStatement(
  "turns.by_messages",
  "select * from turns where message_id = any ($1::uuid[])",
);
export const listTurnsOf = (tx: ReadTx, messageIds: readonly string[]): Promise<TurnRow[]> =>
  messageIds.length === 0 ? Promise.resolve([]) : tx.query(selectByMessages, [messageIds]);

const selectNewest = defineStatement(
  "turns.newest",
  "select * from turns where room_id = $1 order by seq desc limit 1",
);
export const findNewestTurn = async (tx: ReadTx, roomId: string): Promise<TurnRow | undefined> =>
  (await tx.query<TurnRow>(selectNewest, [roomId]))[0];

const selectBranch = defineStatement(
  "turns.branch",
  `with recursive branch as (
     select t.*, 1 as depth from turns t where t.message_id = $1
     union all
     select t.*, b.depth + 1 from branch b join turns t on t.message_id = b.parent_id where b.depth < $2
   )
   select message_id as id from branch order by depth desc`,
);
/** The messages from the beginning of a branch to this one, the last of them where they are many. */
export const listBranch = async (tx: ReadTx, messageId: string, limit: number): Promise<string[]> =>
  (await tx.query<{ id: string }>(selectBranch, [messageId, limit])).map(({ id }) => id);

const upsertPlace = defineStatement(
  "places.upsert",
  `insert into turn_places (room_id, account_id, message_id) values ($1, $2, $3)
   on conflict (room_id, account_id) do update set message_id = excluded.message_id`,
);
export async function putPlace(tx: WriteTx, roomId: string, accountId: string, messageId: string): Promise<void> {
  await tx.query(upsertPlace, [roomId, accountId, messageId]);
}

const selectPlace = defineStatement(
  "places.find",
  "select message_id as id from turn_places where room_id = $1 and account_id = $2",
);
export const findPlace = async (tx: ReadTx, roomId: string, accountId: string): Promise<string | undefined> =>
  (await tx.query<{ id: string }>(selectPlace, [roomId, accountId]))[0]?.id;

const selectAt = defineStatement("places.at", "select account_id as id from turn_places where message_id = $1");
/** Who is at a message. */
export const listAccountsAt = async (tx: ReadTx, messageId: string): Promise<string[]> =>
  (await tx.query<{ id: string }>(selectAt, [messageId])).map(({ id }) => id);

const clearPlace = defineStatement("places.delete", "delete from turn_places where room_id = $1 and account_id = $2");
export async function deletePlace(tx: WriteTx, roomId: string, accountId: string): Promise<void> {
  await tx.query(clearPlace, [roomId, accountId]);
}

const clearRooms = defineStatement(
  "chats.clear_rooms",
  `with a as (delete from turns where room_id = any ($1::uuid[])), b as (delete from turn_places where room_id = any ($1::uuid[]))
   delete from chats where room_id = any ($1::uuid[])`,
);
export async function deleteConversations(tx: WriteTx, roomIds: readonly string[]): Promise<void> {
  await tx.query(clearRooms, [roomIds]);
}
