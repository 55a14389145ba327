import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour, typesOf } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben leaves a private channel and no longer finds it", async () => {
  const { ben, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("cabin", [ben], "private");
  expect((await ben.rooms.getRoom({ roomId })).joined).toBe(true);
  await ben.rooms.leaveRoom({ roomId });
  expect(await refusal(ben.rooms.getRoom({ roomId }))).toBe("room_not_found");
  const left = (await eventsOf(feedOf.room(roomId))).findLast(({ type }) => type === "rooms.member_left");
  expect(left?.data).toEqual({ roomId, accountId: ben.id, removedBy: null, memberCount: 1 });
  expect(typesOf(await eventsOf(feedOf.account(ben.id))).at(-1)).toBe("rooms.exited");
});

test("Ben comes back to a public channel as someone new", async () => {
  const { ben, channel } = harbour;
  const { id: roomId } = await channel("pier", [ben]);
  await ben.rooms.placeRoom({ roomId, favourite: true });
  await ben.rooms.leaveRoom({ roomId });
  expect(await refusal(ben.rooms.leaveRoom({ roomId }))).toBe("forbidden");
  const back = await ben.rooms.joinRoom({ roomId });
  expect(back).toMatchObject({ joined: true, placement: { favourite: false }, unread: { lastReadSeq: back.head } });
});

test("the owner of a channel stays while others do, and goes last", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("bridge", [ben]);
  expect(await refusal(ana.rooms.leaveRoom({ roomId }))).toBe("room_owner_stays");
  await ben.rooms.leaveRoom({ roomId });
  await ana.rooms.leaveRoom({ roomId });
  expect(await ana.rooms.getRoom({ roomId })).toMatchObject({ joined: false, memberCount: 0, ownerId: null });
});

test("a group is left by its owner too, and goes to who has been there longest", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const group = await ana.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id, cem.id] });
  await ana.rooms.leaveRoom({ roomId: group.id });
  const left = await ben.rooms.getRoom({ roomId: group.id });
  expect(left.memberCount).toBe(2);
  expect([ben.id, cem.id]).toContain(left.ownerId as typeof ben.id);
  expect(left.people.map(({ name }) => name).sort()).toEqual(["Ben", "Cem"]);
});

test("a direct message is not left", async () => {
  const { ana, ben, workspaceId } = harbour;
  const dm = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  expect(await refusal(ben.rooms.leaveRoom({ roomId: dm.id }))).toBe("room_kind_wrong");
});
