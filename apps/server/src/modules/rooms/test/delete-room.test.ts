import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("a deleted room is gone for all, and its name is free", async () => {
  const { ana, ben, workspaceId, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("pier", [ben]);
  await ben.rooms.getRoom({ roomId });
  await ana.rooms.deleteRoom({ roomId });
  for (const person of [ana, ben]) expect(await refusal(person.rooms.getRoom({ roomId }))).toBe("room_not_found");
  for (const feed of [feedOf.room(roomId), feedOf.workspace(workspaceId)]) {
    expect((await eventsOf(feed)).at(-1)).toMatchObject({ type: "rooms.deleted", data: { roomId } });
  }
  expect((await eventsOf(feedOf.account(ben.id))).at(-1)).toMatchObject({ type: "rooms.exited", data: { roomId } });
  await channel("pier");
});

test("an admin deletes a public channel without being in it, a member does not", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const room = await ben.rooms.createRoom({ workspaceId, kind: "channel", name: "quay", memberIds: [cem.id] });
  expect(await refusal(cem.rooms.deleteRoom({ roomId: room.id }))).toBe("forbidden");
  expect(await refusal(ana.rooms.deleteRoom({ roomId: room.id }))).toBe("granted");
});

test("a direct message is not deleted", async () => {
  const { ana, ben, workspaceId } = harbour;
  const dm = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  expect(await refusal(ana.rooms.deleteRoom({ roomId: dm.id }))).toBe("room_kind_wrong");
});
