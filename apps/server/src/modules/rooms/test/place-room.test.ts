import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben arranges a room for himself, and only his devices hear it", async () => {
  const { ana, ben, workspaceId, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("pier", [ben]);
  const category = await ben.rooms.createCategory({ workspaceId, name: "Work" });
  const wanted = { favourite: true, categoryId: category.id, notify: "mentions" } as const;
  const placement = await ben.rooms.placeRoom({ roomId, ...wanted });
  expect(placement).toEqual({ ...wanted, muted: false });
  const heard = (await eventsOf(feedOf.account(ben.id))).at(-1);
  expect(heard).toMatchObject({ type: "rooms.placed", data: { roomId, placement } });
  expect((await ben.rooms.getRoom({ roomId })).placement).toEqual(placement);
  expect((await ana.rooms.getRoom({ roomId })).placement.favourite).toBe(false);
  await ben.rooms.placeRoom({ roomId, favourite: true });
  expect((await eventsOf(feedOf.account(ben.id))).at(-1)?.seq).toBe(heard?.seq as number);
});

test("a room stands in one's own category or the workspace's, never in another's", async () => {
  const { ana, ben, cem, eve, workspaceId, channel } = harbour;
  const { id: roomId } = await channel("quay", [ben]);
  const shared = await ana.rooms.createCategory({ workspaceId, name: "All", shared: true });
  const cems = await cem.rooms.createCategory({ workspaceId, name: "Cem's" });
  expect(await refusal(ben.rooms.placeRoom({ roomId, categoryId: shared.id }))).toBe("granted");
  expect(await refusal(ben.rooms.placeRoom({ roomId, categoryId: cems.id }))).toBe("category_not_found");
  expect(await refusal(eve.rooms.placeRoom({ roomId, favourite: true }))).toBe("room_not_found");
});
