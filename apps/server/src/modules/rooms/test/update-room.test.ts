import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, rooms } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben changes the topic, and the room hears it whole", async () => {
  const { ben, channel, eventsOf } = harbour;
  const room = await channel("pier", [ben]);
  const changed = await ben.rooms.updateRoom({ roomId: room.id, topic: "Tides", systemMessages: { joins: false } });
  expect(changed).toMatchObject({ topic: "Tides", version: 2, systemMessages: { joins: false, leaves: true } });
  const heard = (await eventsOf(feedOf.room(room.id))).findLast(({ type }) => type === "rooms.updated");
  expect(heard?.data).toMatchObject({ room: { topic: "Tides", version: 2, memberCount: 2 }, previousName: null });
});

test("a change that changes nothing tells nobody", async () => {
  const { ana, channel, eventsOf } = harbour;
  const room = await channel("quay");
  const before = (await eventsOf(feedOf.room(room.id))).length;
  expect(await ana.rooms.updateRoom({ roomId: room.id, name: "quay", topic: "" })).toMatchObject({ version: 1 });
  expect(await eventsOf(feedOf.room(room.id))).toHaveLength(before);
});

test("a rename tells the old name, and a taken name is refused", async () => {
  const { ana, channel, eventsOf } = harbour;
  const room = await channel("boat");
  await channel("ship");
  await ana.rooms.updateRoom({ roomId: room.id, name: "Boats" });
  const heard = (await eventsOf(feedOf.room(room.id))).findLast(({ type }) => type === "rooms.updated");
  expect(heard?.data).toMatchObject({ room: { name: "Boats" }, previousName: "boat" });
  expect(await refusal(ana.rooms.updateRoom({ roomId: room.id, name: "SHIP" }))).toBe("room_name_taken");
});

test("of two who change the same version, one is told that it is stale", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("bridge", [ben]);
  const { etag } = await ana.ask(rooms.getRoom, { roomId });
  const ifMatch = etag ?? "";
  await ana.rooms.updateRoom({ roomId, topic: "Ana's" }, { ifMatch });
  expect(await refusal(ben.rooms.updateRoom({ roomId, topic: "Ben's" }, { ifMatch }))).toBe("stale");
});

test("who sees the channel is decided by who manages it", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("cabin", [ben]);
  expect(await refusal(ben.rooms.updateRoom({ roomId, visibility: "private" }))).toBe("forbidden");
  expect(await ana.rooms.updateRoom({ roomId, visibility: "private" })).toMatchObject({ visibility: "private" });
});

test("a channel that closes is gone for those outside, who learn nothing else", async () => {
  const { ana, cem, workspaceId, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("market");
  await cem.rooms.getRoom({ roomId });
  await ana.rooms.updateRoom({ roomId, visibility: "private", topic: "Secret" });
  expect(await refusal(cem.rooms.getRoom({ roomId }))).toBe("room_not_found");
  const heard = (await eventsOf(feedOf.workspace(workspaceId))).at(-1);
  expect(heard?.data).toMatchObject({ room: { id: roomId, visibility: "private", topic: "", version: 1 } });
  await ana.rooms.updateRoom({ roomId, visibility: "public" });
  expect(await cem.rooms.getRoom({ roomId })).toMatchObject({ topic: "Secret" });
});

test("in direct messages and groups everyone sets the topic, guests too", async () => {
  const { ana, gus, workspaceId } = harbour;
  const dm = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [gus.id] });
  expect(await gus.rooms.updateRoom({ roomId: dm.id, topic: "Cargo" })).toMatchObject({ topic: "Cargo" });
  expect(await refusal(ana.rooms.updateRoom({ roomId: dm.id, name: "us" }))).toBe("room_kind_wrong");
  expect(await refusal(ana.rooms.updateRoom({ roomId: dm.id, visibility: "public" }))).toBe("room_kind_wrong");
  const group = await ana.rooms.createRoom({ workspaceId, kind: "group", memberIds: [gus.id] });
  expect(await gus.rooms.updateRoom({ roomId: group.id, name: "Loaders" })).toMatchObject({ name: "Loaders" });
});
