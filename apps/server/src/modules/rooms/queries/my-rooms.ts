import { type AccountId, feedOf, rooms, type workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { permissionsIn } from "../policy.ts";
import { findMine } from "../store/mine.ts";
import type { MyRoomRow } from "../tables.ts";
import { viewFacts, viewLastMessageAt, viewMyPlacement, viewNothingUnread } from "../views.ts";
import { loadPeople } from "./people.ts";
import { unreadOf } from "./unread.ts";

/** Rooms of one workspace as an account has them: in five statements, however many they are. */
export async function loadMyRooms(
  tx: ReadTx,
  accountId: AccountId,
  workspaceId: workspaces.WorkspaceId,
  rows: readonly MyRoomRow[],
): Promise<rooms.MyRoom[]> {
  // The heads first: where there is no snapshot, what is read after them may be newer than they say, but never older.
  const heads = await tx.heads(rows.map((row) => feedOf.room(row.id)));
  const [workspace] = await memberPermissions(tx, [{ accountId, workspaceId }]);
  const people = await loadPeople(tx, rows);
  const joined = rows.flatMap(({ id, joined_seq }) =>
    joined_seq === null ? [] : [{ roomId: id, joinedSeq: joined_seq }],
  );
  const unread = await unreadOf(tx, accountId, joined);
  return rows.flatMap((row) => {
    const permissions = permissionsIn({ room: row, accountId, workspace, flags: row.flags });
    if (!permissions) return [];
    const { head, stamp } = heads.get(feedOf.room(row.id)) ?? { head: 0, stamp: 0 };
    return {
      ...viewFacts(row, people.get(row.id) ?? []),
      head,
      lastMessageAt: viewLastMessageAt(stamp),
      joined: row.flags !== null,
      permissions: [...permissions],
      placement: viewMyPlacement(row),
      unread: unread.get(row.id) ?? viewNothingUnread(row.joined_seq ?? 0),
    };
  });
}

/** A room as it is now for the account; not found if the account may not see it. */
export async function requireMyRoom(tx: ReadTx, accountId: AccountId, roomId: string): Promise<rooms.MyRoom> {
  const row = await findMine(tx, accountId, roomId);
  const [room] = row ? await loadMyRooms(tx, accountId, row.workspace_id, [row]) : [];
  return room ?? fail(rooms.RoomNotFound);
}
