import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("an archived room is read by its members and changed by none", async () => {
  const { ana, ben, cem, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("pier", [ben]);
  await ben.rooms.getRoom({ roomId });
  const archived = await ana.rooms.archiveRoom({ roomId });
  expect(archived.archivedAt).not.toBeNull();
  expect(await ben.rooms.getRoom({ roomId })).toMatchObject({ archivedAt: archived.archivedAt });
  expect(await refusal(ben.rooms.updateRoom({ roomId, topic: "New" }))).toBe("room_archived");
  expect(await refusal(ana.rooms.addRoomMembers({ roomId, accountIds: [cem.id] }))).toBe("room_archived");
  expect(await refusal(ana.rooms.archiveRoom({ roomId }))).toBe("room_archived");
  const heard = (await eventsOf(feedOf.room(roomId))).findLast(({ type }) => type === "rooms.archived");
  expect(heard?.data).toEqual({ roomId, archivedAt: archived.archivedAt, version: 2 });
});

test("an archived room is listed apart", async () => {
  const { ana, workspaceId, channel } = harbour;
  const { id: roomId } = await channel("wreck");
  await ana.rooms.archiveRoom({ roomId });
  const idsOf = async (archived: "true" | "false") =>
    (await ana.rooms.listRooms({ workspaceId, archived })).map(({ id }) => id);
  expect(await idsOf("false")).not.toContain(roomId);
  expect(await idsOf("true")).toContain(roomId);
});

test("a restored room is in use again, unless its name was taken meanwhile", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("crew", [ben]);
  expect(await refusal(ana.rooms.restoreRoom({ roomId }))).toBe("room_not_archived");
  await ana.rooms.archiveRoom({ roomId });
  const other = await channel("crew");
  expect(await refusal(ana.rooms.restoreRoom({ roomId }))).toBe("room_name_taken");
  await ana.rooms.updateRoom({ roomId: other.id, name: "new crew" });
  expect(await ana.rooms.restoreRoom({ roomId })).toMatchObject({ archivedAt: null, version: 3 });
  expect(await refusal(ben.rooms.updateRoom({ roomId, topic: "Back" }))).toBe("granted");
});

test("a member archives nothing, and nobody a direct message", async () => {
  const { ana, ben, workspaceId, channel } = harbour;
  const { id: roomId } = await channel("bridge", [ben]);
  expect(await refusal(ben.rooms.archiveRoom({ roomId }))).toBe("forbidden");
  const dm = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  expect(await refusal(ana.rooms.archiveRoom({ roomId: dm.id }))).toBe("room_kind_wrong");
});
