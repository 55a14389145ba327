import { rooms, workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { roomScope } from "./room-access.ts";

/** Requires that the inviter is in each of the rooms and may add people to it. */
export async function checkInvitedRooms(
  tx: ReadTx,
  invited: { workspaceId: string; accountId: string; roomIds: readonly string[] },
): Promise<void> {
  const { workspaceId, accountId, roomIds } = invited;
  const found = await roomScope.resolve(
    tx,
    roomIds.map((id) => ({ accountId, id })),
  );
  const mayInvite = found.every(
    (access) =>
      access?.workspaceId === workspaceId &&
      access.facts.isMember &&
      access.facts.kind !== "dm" &&
      access.permissions.has(rooms.RoomInvite.name) &&
      !access.frozen,
  );
  if (!mayInvite) fail(workspaces.InvitationRoomNotFound);
}
