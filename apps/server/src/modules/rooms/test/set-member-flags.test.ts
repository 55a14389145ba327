import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ana silences Ben in one room and lets Gus pin", async () => {
  const { ana, ben, gus, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("pier", [ben, gus]);
  const silenced = await ana.rooms.setRoomMemberFlags({ roomId, accountId: ben.id, flags: { "message.send": false } });
  expect(silenced).toMatchObject({ name: "Ben", flags: { "message.send": false }, isOwner: false });
  await ana.rooms.setRoomMemberFlags({ roomId, accountId: gus.id, flags: { "message.pin": true } });
  expect((await ben.rooms.getRoom({ roomId })).permissions).not.toContain("message.send");
  expect((await gus.rooms.getRoom({ roomId })).permissions).toContain("message.pin");
  const changes = (await eventsOf(feedOf.room(roomId))).filter(({ type }) => type === "rooms.member_changed");
  expect(changes.map(({ data }) => data.accountId)).toEqual([ben.id, gus.id]);
});

test("flags are replaced as a whole, and the same flags again tell nobody", async () => {
  const { ana, ben, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("quay", [ben]);
  const set = (flags: Record<string, boolean>) => ana.rooms.setRoomMemberFlags({ roomId, accountId: ben.id, flags });
  await set({ "message.send": false, "message.react": false });
  expect((await set({ "message.react": false })).flags).toEqual({ "message.react": false });
  const before = (await eventsOf(feedOf.room(roomId))).length;
  await set({ "message.react": false });
  expect(await eventsOf(feedOf.room(roomId))).toHaveLength(before);
  expect((await ben.rooms.getRoom({ roomId })).permissions).toContain("message.send");
});

test("only rights over rooms can be given", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("bridge", [ben]);
  const flags = { "role.manage": true };
  const call = ana.rooms.setRoomMemberFlags({ roomId, accountId: ben.id, flags });
  await expect(call).rejects.toMatchObject({ code: "validation_failed", fields: [{ pointer: "/flags/role.manage" }] });
});

test("a room's owner cannot give what their roles do not hold", async () => {
  const { ben, cem, workspaceId } = harbour;
  const room = await ben.rooms.createRoom({ workspaceId, kind: "channel", name: "hut", memberIds: [cem.id] });
  const give = (permission: string) =>
    ben.rooms.setRoomMemberFlags({ roomId: room.id, accountId: cem.id, flags: { [permission]: true } });
  expect(await refusal(give("message.move"))).toBe("forbidden");
  expect(await refusal(give("message.delete"))).toBe("granted");
});

test("who is not in the room has no flags", async () => {
  const { ana, cem, channel } = harbour;
  const { id: roomId } = await channel("market");
  const call = ana.rooms.setRoomMemberFlags({ roomId, accountId: cem.id, flags: {} });
  expect(await refusal(call)).toBe("room_member_not_found");
});
