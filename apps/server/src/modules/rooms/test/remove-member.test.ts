import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ana removes Ben, who no longer finds the room", async () => {
  const { ana, ben, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("cabin", [ben], "private");
  await ben.rooms.getRoom({ roomId });
  await ana.rooms.removeRoomMember({ roomId, accountId: ben.id });
  expect(await refusal(ben.rooms.getRoom({ roomId }))).toBe("room_not_found");
  const last = (await eventsOf(feedOf.room(roomId))).findLast(({ type }) => type === "rooms.member_left");
  expect(last?.data).toEqual({ roomId, accountId: ben.id, removedBy: ana.id, memberCount: 1 });
  expect(await refusal(ana.rooms.removeRoomMember({ roomId, accountId: ben.id }))).toBe("room_member_not_found");
});

test("a member removes nobody, and nobody removes the owner", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("pier", [ben, cem]);
  expect(await refusal(ben.rooms.removeRoomMember({ roomId, accountId: cem.id }))).toBe("forbidden");
  expect(await refusal(ana.rooms.removeRoomMember({ roomId, accountId: ana.id }))).toBe("room_owner_stays");
});

test("nobody is removed from a direct message", async () => {
  const { ana, ben, workspaceId } = harbour;
  const dm = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  expect(await refusal(ana.rooms.removeRoomMember({ roomId: dm.id, accountId: ben.id }))).toBe("room_kind_wrong");
});
