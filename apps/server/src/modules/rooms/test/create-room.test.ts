import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, type rooms } from "@althing/contract";
import { type Harbour, refusal, startHarbour, typesOf } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ana makes a channel and owns it", async () => {
  const { ana, workspaceId } = harbour;
  const room = await ana.rooms.createRoom({ workspaceId, kind: "channel", name: "Pier", topic: "Ships" });
  expect(room).toMatchObject({
    kind: "channel",
    name: "Pier",
    visibility: "public",
    topic: "Ships",
    memberCount: 1,
    ownerId: ana.id,
    joined: true,
    people: [],
    lastMessageAt: null,
    unread: { count: 0, mentions: 0, firstUnreadSeq: null },
  });
  expect(room.permissions).toContain("room.manage");
  expect(await ana.rooms.getRoom({ roomId: room.id })).toMatchObject({ name: "Pier", memberCount: 1 });
});

test("a public channel is told to the workspace, a private one is not", async () => {
  const { workspaceId, channel, eventsOf } = harbour;
  const before = (await eventsOf(feedOf.workspace(workspaceId))).at(-1)?.seq ?? 0;
  const open = await channel("lighthouse");
  const closed = await channel("vault", [], "private");
  const heard = await eventsOf(feedOf.workspace(workspaceId), before);
  expect(heard.map(({ type, data }) => [type, (data.room as rooms.RoomFacts).id])).toEqual([
    ["rooms.created", open.id],
  ]);
  expect(typesOf(await eventsOf(feedOf.room(closed.id))).slice(0, 2)).toEqual(["rooms.created", "rooms.member_joined"]);
});

test("who is put into a new room hears of it as they would find it", async () => {
  const { ben, channel, eventsOf } = harbour;
  const room = await channel("dock", [ben]);
  const entered = (await eventsOf(feedOf.account(ben.id))).findLast(({ type }) => type === "rooms.entered");
  const found = await ben.rooms.getRoom({ roomId: room.id });
  expect({ ...(entered?.data.room as object), head: 0, lastMessageAt: null, unread: null }).toEqual({
    ...found,
    head: 0,
    lastMessageAt: null,
    unread: null,
  });
  expect(entered?.data).toMatchObject({ room: { head: room.head } });
});

test("a name is taken once, whatever its case", async () => {
  const { ben, workspaceId, channel } = harbour;
  await channel("Crew");
  expect(await refusal(ben.rooms.createRoom({ workspaceId, kind: "channel", name: "crew" }))).toBe("room_name_taken");
});

test("a channel needs a name, a direct message has none", async () => {
  const { ana, ben, workspaceId } = harbour;
  const nameless = ana.rooms.createRoom({ workspaceId, kind: "channel" });
  await expect(nameless).rejects.toMatchObject({ code: "validation_failed", fields: [{ pointer: "/name" }] });
  const named = ana.rooms.createRoom({ workspaceId, kind: "dm", name: "us", memberIds: [ben.id] });
  await expect(named).rejects.toMatchObject({ code: "validation_failed", fields: [{ pointer: "/name" }] });
});

test("a guest starts direct messages, but makes no channels", async () => {
  const { ana, gus, workspaceId } = harbour;
  expect(await refusal(gus.rooms.createRoom({ workspaceId, kind: "channel", name: "guests" }))).toBe("forbidden");
  const dm = await gus.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ana.id] });
  expect(dm.people.map(({ name }) => name).sort()).toEqual(["Ana", "Gus"]);
});

test("fifty at once open one direct message of a pair", async () => {
  const { ben, cem, workspaceId, eventsOf } = harbour;
  const opened = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const [me, other] = index % 2 === 0 ? [ben, cem] : [cem, ben];
      return me.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [other.id] });
    }),
  );
  const ids = new Set(opened.map(({ id }) => id));
  expect(ids.size).toBe(1);
  const [id] = [...ids];
  const events = typesOf(await eventsOf(feedOf.room(id as string)));
  expect(events).toEqual(["rooms.created", "rooms.member_joined", "rooms.member_joined"]);
});

test("Ana keeps notes in a direct message with herself", async () => {
  const { ana, workspaceId } = harbour;
  const notes = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ana.id] });
  expect(notes).toMatchObject({ memberCount: 1, ownerId: null, people: [{ id: ana.id }] });
  const again = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ana.id] });
  expect(again.id).toBe(notes.id);
});

test("a group is new each time and has 2 to 20 people", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const gather = (memberIds: (typeof ben.id)[]) => ana.rooms.createRoom({ workspaceId, kind: "group", memberIds });
  const first = await gather([ben.id, cem.id]);
  expect(first).toMatchObject({ memberCount: 3, visibility: "private", ownerId: ana.id });
  expect((await gather([ben.id, cem.id])).id).not.toBe(first.id);
  expect(await refusal(gather([ana.id]))).toBe("validation_failed");
});

test("nobody is put into a room who is not in the workspace", async () => {
  const { ana, eve, workspaceId } = harbour;
  const withEve = ana.rooms.createRoom({ workspaceId, kind: "channel", name: "plot", memberIds: [eve.id] });
  await expect(withEve).rejects.toMatchObject({ code: "person_not_in_workspace", data: { accountIds: [eve.id] } });
  expect(await refusal(eve.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ana.id] }))).toBe(
    "workspace_not_found",
  );
});
