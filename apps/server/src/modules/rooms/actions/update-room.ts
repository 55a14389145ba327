import { type accounts, feedOf, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf, type Call, requireVersion } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { changesOf, isPersonal, isPublicChannel, nameKey } from "../policy.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { loadPeople } from "../queries/people.ts";
import { requireCategory } from "../queries/require-category.ts";
import { lockRoom, updateRoomRow } from "../store/rooms.ts";
import type { RoomChanges, RoomRow } from "../tables.ts";
import { viewFacts } from "../views.ts";

type Input = Call<typeof rooms.updateRoom>["input"];

export const updateRoom: WriteAction<typeof rooms.updateRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { input } = call;
  const before = await lockRoom(tx, input.roomId);
  requireVersion(call, before.version);
  if (input.visibility !== undefined) requireAlso(accessOf(call), rooms.RoomManage);
  requireFitting(before, input);
  if (input.categoryId) {
    const category = await requireCategory(tx, before.workspace_id, account.id, input.categoryId);
    if (category.account_id !== null) fail(rooms.CategoryNotFound);
  }
  const changes = changesOf(before, columnsOf(before, input));
  if (Object.keys(changes).length > 0) {
    const after = await updateRoomRow(tx, before, changes);
    const people = await loadPeople(tx, [after]);
    announceChange(tx, before, after, people.get(after.id) ?? []);
  }
  return requireMyRoom(tx, account.id, before.id);
};

function requireFitting(room: RoomRow, { name, visibility, categoryId }: Input): void {
  if (name !== undefined && room.kind === "dm") fail(rooms.RoomKindWrong);
  if ((visibility !== undefined || categoryId) && isPersonal(room)) fail(rooms.RoomKindWrong);
}

/** The columns that the input speaks of. */
const columnsOf = (room: RoomRow, input: Input): RoomChanges => ({
  name: input.name,
  name_key: input.name === undefined ? undefined : nameKey(input.name),
  topic: input.topic,
  description: input.description,
  guidelines: input.guidelines,
  visibility: input.visibility,
  category_id: input.categoryId,
  system_messages: input.systemMessages && { ...room.system_messages, ...input.systemMessages },
});

function announceChange(tx: WriteTx, before: RoomRow, after: RoomRow, people: accounts.AccountRef[]): void {
  const previousName = after.name === before.name ? null : before.name;
  const room = viewFacts(after, people);
  tx.emit(rooms.RoomUpdated, feedOf.room(after.id), { room, previousName });
  const workspace = feedOf.workspace(after.workspace_id);
  if (isPublicChannel(after)) tx.emit(rooms.RoomUpdated, workspace, { room, previousName });
  // The workspace learns that a channel closed and nothing else that changed with it: the old version, so that who is in
  // the room keeps what the room told.
  else if (isPublicChannel(before)) {
    const closed = { ...viewFacts(before, []), visibility: after.visibility };
    tx.emit(rooms.RoomUpdated, workspace, { room: closed, previousName: null });
  }
}
