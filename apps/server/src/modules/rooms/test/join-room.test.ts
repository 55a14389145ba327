import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour, typesOf } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben sees a public channel, joins it, and may then write", async () => {
  const { ben, channel } = harbour;
  const { id: roomId } = await channel("pier");
  const seen = await ben.rooms.getRoom({ roomId });
  expect(seen).toMatchObject({ joined: false, memberCount: 1 });
  expect(seen.permissions.toSorted()).toEqual(["message.read", "room.join", "room.view"]);
  const joined = await ben.rooms.joinRoom({ roomId });
  expect(joined).toMatchObject({ joined: true, memberCount: 2, unread: { count: 0 } });
  expect(joined.permissions).toContain("message.send");
  expect(joined.unread.lastReadSeq).toBe(joined.head);
});

test("joining twice, or fifty times at once, is joining once", async () => {
  const { cem, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("quay");
  const answers = await Promise.all(Array.from({ length: 50 }, () => cem.rooms.joinRoom({ roomId })));
  expect(new Set(answers.map((room) => room.memberCount))).toEqual(new Set([2]));
  const joins = typesOf(await eventsOf(feedOf.room(roomId))).filter((type) => type === "rooms.member_joined");
  expect(joins).toHaveLength(2);
});

test("many who join at once are counted one after another", async () => {
  const { ben, cem, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("ferry");
  await Promise.all([ben, cem].map((person) => person.rooms.joinRoom({ roomId })));
  const counts = (await eventsOf(feedOf.room(roomId)))
    .filter(({ type }) => type === "rooms.member_joined")
    .map(({ data }) => data.memberCount);
  expect(counts).toEqual([1, 2, 3]);
});

test("a private channel is not there for those outside, admins and owners included", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const room = await ben.rooms.createRoom({ workspaceId, kind: "channel", name: "cabin", visibility: "private" });
  for (const person of [ana, cem]) {
    expect(await refusal(person.rooms.getRoom({ roomId: room.id }))).toBe("room_not_found");
    expect(await refusal(person.rooms.joinRoom({ roomId: room.id }))).toBe("room_not_found");
    expect(await refusal(person.rooms.deleteRoom({ roomId: room.id }))).toBe("room_not_found");
  }
});

test("a guest finds only rooms they are in, and Eve none at all", async () => {
  const { gus, eve, channel } = harbour;
  const { id: roomId } = await channel("market");
  expect(await refusal(gus.rooms.joinRoom({ roomId }))).toBe("room_not_found");
  expect(await refusal(eve.rooms.getRoom({ roomId }))).toBe("room_not_found");
});

test("an archived channel is joined by nobody", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("wreck");
  await ana.rooms.archiveRoom({ roomId });
  expect(await refusal(ben.rooms.joinRoom({ roomId }))).toBe("room_archived");
});
