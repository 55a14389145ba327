import type { rooms, workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { RoomRow } from "../tables.ts";

const mostChannels = 5_000;

const selectChannelIds = defineStatement(
  "rooms.public_channel_ids",
  `select r.id from rooms r
   where r.workspace_id = $1 and r.kind = 'channel' and r.visibility = 'public' and r.archived_at is null
     and ($2 = '' or strpos(r.name_key, $2) > 0 or strpos(lower(r.topic), $2) > 0)
     and ($3::uuid is null or exists (select from room_members m where m.room_id = r.id and m.account_id = $3))
   order by r.created_at desc, r.id desc limit ${mostChannels}`,
);
/** Public channels in use whose name or topic has the words; of one member where told. */
export async function listChannelIds(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  words: string,
  memberId: string | null,
): Promise<rooms.RoomId[]> {
  const rows = await tx.query<{ id: rooms.RoomId }>(selectChannelIds, [workspaceId, words.toLowerCase(), memberId]);
  return rows.map((row) => row.id);
}

export type ChannelRow = Pick<RoomRow, "id" | "topic" | "description" | "member_count"> & {
  name: string;
  joined: boolean;
};
const selectChannels = defineStatement(
  "rooms.channels",
  `select r.id, r.name, r.topic, r.description, r.member_count,
     exists (select from room_members m where m.room_id = r.id and m.account_id = $2) as joined
   from rooms r where r.id = any ($1::uuid[])`,
);
export const listChannels = (tx: ReadTx, ids: readonly rooms.RoomId[], accountId: string): Promise<ChannelRow[]> =>
  tx.query(selectChannels, [ids, accountId]);
