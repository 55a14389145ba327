import { type accounts, type EventDef, feedOf, rooms } from "@althing/contract";
import type { z } from "zod";
import type { WriteTx } from "../../../kernel/tx.ts";
import { isPublicChannel } from "../policy.ts";
import type { MemberRow, RoomRow } from "../tables.ts";
import { viewFacts, viewMember } from "../views.ts";

/** Tells who follows the room, and of a public channel the whole workspace. */
export function announce<E extends EventDef>(
  tx: WriteTx,
  event: E,
  room: RoomRow,
  payload: z.input<E["payload"]>,
): void {
  tx.emit(event, feedOf.room(room.id), payload);
  if (isPublicChannel(room)) tx.emit(event, feedOf.workspace(room.workspace_id), payload);
}

export function announceUpdate(tx: WriteTx, room: RoomRow, people: accounts.AccountRef[] | undefined): void {
  announce(tx, rooms.RoomUpdated, room, { room: viewFacts(room, people ?? []), previousName: null });
}

/** Gives the member as the room was told. */
export function announceMember(
  tx: WriteTx,
  room: RoomRow,
  row: MemberRow,
  refs: ReadonlyMap<string, accounts.AccountRef>,
): rooms.RoomMember {
  const ref = refs.get(row.account_id);
  if (!ref) throw new Error(`The member ${row.account_id} has no account`);
  const member = viewMember(row, ref, room.owner_id);
  tx.emit(rooms.RoomMemberChanged, feedOf.room(room.id), { roomId: room.id, member, accountId: row.account_id });
  return member;
}
