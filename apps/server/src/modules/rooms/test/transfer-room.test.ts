import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour, typesOf } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben gives his channel to Cem and is a member like others", async () => {
  const { ben, cem, workspaceId, eventsOf } = harbour;
  const room = await ben.rooms.createRoom({ workspaceId, kind: "channel", name: "pier", memberIds: [cem.id] });
  const roomId = room.id;
  const given = await ben.rooms.transferRoom({ roomId, accountId: cem.id });
  expect(given).toMatchObject({ ownerId: cem.id, version: room.version + 1 });
  expect(given.permissions).not.toContain("room.manage");
  expect((await cem.rooms.getRoom({ roomId })).permissions).toContain("room.manage");
  const heard = await eventsOf(feedOf.room(roomId), room.head);
  expect(typesOf(heard)).toEqual(["rooms.updated", "rooms.member_changed", "rooms.member_changed"]);
  await ben.rooms.leaveRoom({ roomId });
});

test("an admin gives away a public channel without being in it", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const room = await ben.rooms.createRoom({ workspaceId, kind: "channel", name: "quay", memberIds: [cem.id] });
  expect(await ana.rooms.transferRoom({ roomId: room.id, accountId: cem.id })).toMatchObject({ ownerId: cem.id });
});

test("a room is given only to a member, and only by who may", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("bridge", [ben]);
  expect(await refusal(ana.rooms.transferRoom({ roomId, accountId: cem.id }))).toBe("room_member_not_found");
  expect(await refusal(ben.rooms.transferRoom({ roomId, accountId: ben.id }))).toBe("forbidden");
});
