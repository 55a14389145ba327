import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, rooms } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ana adds people, and those who are in already are passed over", async () => {
  const { ana, ben, cem, gus, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("pier", [ben]);
  const added = await ana.rooms.addRoomMembers({ roomId, accountIds: [ben.id, cem.id, gus.id, cem.id] });
  expect(added.map(({ name }) => name)).toEqual(["Cem", "Gus"]);
  const joins = (await eventsOf(feedOf.room(roomId))).filter(({ type }) => type === "rooms.member_joined");
  expect(joins.map(({ data }) => [data.addedBy, data.memberCount])).toEqual([
    [null, 1],
    [ana.id, 2],
    [ana.id, 3],
    [ana.id, 4],
  ]);
  expect(await gus.rooms.getRoom({ roomId })).toMatchObject({ joined: true, memberCount: 4 });
});

test("each newcomer follows the room from the last join on, and has read up to their own", async () => {
  const { ana, ben, cem, channel, eventsOf } = harbour;
  const { id: roomId } = await channel("quay");
  await ana.rooms.addRoomMembers({ roomId, accountIds: [ben.id, cem.id] });
  const joins = (await eventsOf(feedOf.room(roomId))).slice(-2).map(({ seq }) => seq);
  for (const [index, person] of [ben, cem].entries()) {
    const entered = (await eventsOf(feedOf.account(person.id))).at(-1);
    const unread = { count: 0, lastReadSeq: joins[index] };
    expect(entered?.data).toMatchObject({ room: { id: roomId, head: joins[1], memberCount: 3, unread } });
  }
});

test("the members are listed by name, page by page, and found by what they are called", async () => {
  const { ana, ben, cem, gus, channel } = harbour;
  const { id: roomId } = await channel("market", [gus, cem, ben]);
  const first = await ana.page(rooms.listRoomMembers, { roomId, limit: 3 });
  expect(first.items.map(({ name }) => name)).toEqual(["Ana", "Ben", "Cem"]);
  const rest = await ana.page(rooms.listRoomMembers, { roomId, limit: 3, cursor: first.next ?? "" });
  expect(rest.items.map(({ name, isOwner }) => [name, isOwner])).toEqual([["Gus", false]]);
  expect(rest.next).toBeNull();
  expect((await ana.rooms.listRoomMembers({ roomId, query: "BE" })).map(({ id }) => id)).toEqual([ben.id]);
});

test("a direct message keeps its two, and a group its twenty", async () => {
  const { ana, ben, cem, eve, workspaceId, arrive } = harbour;
  const dm = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  expect(await refusal(ana.rooms.addRoomMembers({ roomId: dm.id, accountIds: [cem.id] }))).toBe("room_kind_wrong");
  const group = await ana.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id] });
  const crew = [];
  for (let number = 1; number <= 19; number++) crew.push((await arrive(`Sailor${number}`, "member")).id);
  expect(await refusal(ana.rooms.addRoomMembers({ roomId: group.id, accountIds: crew }))).toBe("room_full");
  expect((await ana.rooms.getRoom({ roomId: group.id })).memberCount).toBe(2);
  const strangers = ana.rooms.addRoomMembers({ roomId: group.id, accountIds: [eve.id] });
  await expect(strangers).rejects.toMatchObject({ code: "person_not_in_workspace", data: { accountIds: [eve.id] } });
});

test("a guest adds nobody", async () => {
  const { ben, gus, channel } = harbour;
  const { id: roomId } = await channel("hut", [gus]);
  expect(await refusal(gus.rooms.addRoomMembers({ roomId, accountIds: [ben.id] }))).toBe("forbidden");
});
