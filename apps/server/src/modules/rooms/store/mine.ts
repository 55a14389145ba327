// What is asked all the time: an account's standing in a room, and the rooms it is in.
import type { AccountId, rooms, workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MyRoomRow } from "../tables.ts";

const columns = `r.id, r.workspace_id, r.kind, r.name, r.name_key, r.visibility, r.topic, r.description, r.guidelines,
  r.owner_id, r.created_by, r.category_id, r.system_messages, r.is_default, r.unlisted, r.pair_key, r.member_count, r.version,
  r.archived_at, r.created_at, m.flags, m.joined_seq, m.favourite, m.muted, m.category_id as my_category_id, m.notify`;

const selectMine = defineStatement(
  "rooms.list_mine",
  `select ${columns} from room_members m join rooms r on r.id = m.room_id
   where m.account_id = $1 and r.workspace_id = $2 and (r.archived_at is not null) = $3
   order by r.created_at, r.id`,
);
export const listMine = (
  tx: ReadTx,
  accountId: string,
  workspaceId: workspaces.WorkspaceId,
  archived: boolean,
): Promise<MyRoomRow[]> => tx.query(selectMine, [accountId, workspaceId, archived]);

const selectOne = defineStatement(
  "rooms.find_mine",
  `select ${columns} from rooms r left join room_members m on m.room_id = r.id and m.account_id = $1 where r.id = $2`,
);
export const findMine = async (tx: ReadTx, accountId: string, roomId: string): Promise<MyRoomRow | undefined> =>
  (await tx.query<MyRoomRow>(selectOne, [accountId, roomId]))[0];

/** What decides on an account's rights in a room. */
export type StandingRow = Pick<
  MyRoomRow,
  | "workspace_id"
  | "kind"
  | "visibility"
  | "name"
  | "owner_id"
  | "system_messages"
  | "archived_at"
  | "flags"
  | "joined_seq"
> & { room_id: rooms.RoomId; account_id: AccountId };

const selectStandings = defineStatement(
  "rooms.standings",
  `select q.room_id, q.account_id, r.workspace_id, r.kind, r.visibility, r.name, r.owner_id, r.system_messages,
     r.archived_at, m.flags, m.joined_seq
   from unnest($1::uuid[], $2::uuid[]) as q (room_id, account_id)
   join rooms r on r.id = q.room_id
   left join room_members m on m.room_id = q.room_id and m.account_id = q.account_id`,
);
export const listStandings = (
  tx: ReadTx,
  questions: readonly { roomId: string; accountId: string }[],
): Promise<StandingRow[]> =>
  tx.query(selectStandings, [
    questions.map((question) => question.roomId),
    questions.map((question) => question.accountId),
  ]);
