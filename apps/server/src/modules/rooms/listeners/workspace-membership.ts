// What happens to rooms when people come to a workspace and go, in the same transaction.
import type { AccountId, workspaces } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { enterRooms } from "../actions/enter-rooms.ts";
import { exitRooms } from "../actions/exit-rooms.ts";
import { openRoom } from "../actions/open-room.ts";
import { mostInGroup } from "../policy.ts";
import { deleteCategoriesOf } from "../store/categories.ts";
import { listRoomIdsOf } from "../store/members.ts";
import { listDefaultRoomIds, lockRooms } from "../store/rooms.ts";
import type { RoomRow } from "../tables.ts";

type Membership = { workspaceId: workspaces.WorkspaceId; accountId: AccountId };

/** A new workspace has one channel, which everyone but guests is in. */
export async function openGeneral(
  tx: WriteTx,
  { workspaceId, ownerId }: { workspaceId: workspaces.WorkspaceId; ownerId: AccountId },
): Promise<void> {
  const general = { kind: "channel", visibility: "public", name: "general", isDefault: true } as const;
  await openRoom(tx, { ...general, workspaceId, ownerId }, [ownerId], ownerId);
}

/** Guests come only into the rooms that they were invited to. */
export async function enterOnArrival(
  tx: WriteTx,
  { workspaceId, accountId, roomIds }: Membership & { roomIds: readonly string[] },
): Promise<void> {
  const [workspace] = await memberPermissions(tx, [{ accountId, workspaceId }]);
  const defaults = workspace?.isGuest ? [] : await listDefaultRoomIds(tx, workspaceId);
  const locked = await lockRooms(tx, [...defaults, ...roomIds]);
  const open = locked.filter((room) => room.workspace_id === workspaceId && hasPlace(room));
  if (open.length > 0) await enterRooms(tx, open, [accountId], null);
}

/** An invitation may be older than what became of its rooms. */
const hasPlace = (room: RoomRow): boolean =>
  room.archived_at === null && room.kind !== "dm" && !(room.kind === "group" && room.member_count >= mostInGroup);

export async function exitOnDeparture(tx: WriteTx, { workspaceId, accountId }: Membership): Promise<void> {
  const locked = await lockRooms(tx, await listRoomIdsOf(tx, accountId, workspaceId));
  if (locked.length > 0) await exitRooms(tx, locked, accountId, null);
  await deleteCategoriesOf(tx, workspaceId, accountId);
}
