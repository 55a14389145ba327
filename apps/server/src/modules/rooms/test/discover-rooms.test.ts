import { afterAll, beforeAll, expect, test } from "bun:test";
import { rooms } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
  const { ben, channel } = harbour;
  await channel("pier", [ben]);
  await channel("quay");
  await channel("cabin", [ben], "private");
  const old = await channel("wreck");
  await harbour.ana.rooms.archiveRoom({ roomId: old.id });
});
afterAll(() => harbour.server.dispose());

const found = async (person: Harbour["ben"], query?: string) =>
  (await person.rooms.discoverRooms({ workspaceId: harbour.workspaceId, query }))
    .map(({ name }) => name)
    .filter((name) => name !== "general")
    .sort();

test("Cem browses the public channels in use", async () => {
  expect(await found(harbour.cem)).toEqual(["pier", "quay"]);
  const pier = (await harbour.ben.rooms.discoverRooms({ workspaceId: harbour.workspaceId, query: "PIE" }))[0];
  expect(pier).toMatchObject({ name: "pier", memberCount: 2, joined: true });
});

test("the liveliest channel comes first", async () => {
  const { ana, ben, workspaceId } = harbour;
  const idle = (await ben.rooms.discoverRooms({ workspaceId, query: "quay" }))[0]?.id as rooms.RoomId;
  await ana.messages.sendMessage({ roomId: idle, body: "Anyone here?" });
  const channels = await ben.rooms.discoverRooms({ workspaceId });
  expect(channels.find(({ id }) => id === idle)?.lastMessageAt).not.toBeNull();
  const times = channels.map(({ lastMessageAt }) => lastMessageAt ?? "");
  expect(times).toEqual(times.toSorted().reverse());
});

test("words are found in names and topics, and mean themselves", async () => {
  const { ana, workspaceId } = harbour;
  await ana.rooms.createRoom({ workspaceId, kind: "channel", name: "sales_2026", topic: "100% sure" });
  expect(await found(harbour.cem, "s_2")).toEqual(["sales_2026"]);
  expect(await found(harbour.cem, "0% S")).toEqual(["sales_2026"]);
  expect(await found(harbour.cem, "%")).toEqual(["sales_2026"]);
});

test("the channels come page by page, each once", async () => {
  const { cem, workspaceId } = harbour;
  const names: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await cem.page(rooms.discoverRooms, { workspaceId, limit: 1, cursor });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  }
  expect(names.sort()).toEqual((await cem.rooms.discoverRooms({ workspaceId })).map(({ name }) => name).sort());
});

test("a guest finds the channels they are in, and Eve none", async () => {
  const { ana, gus, eve, workspaceId } = harbour;
  expect(await found(gus)).toEqual([]);
  await ana.rooms.createRoom({ workspaceId, kind: "channel", name: "visitors", memberIds: [gus.id] });
  expect(await found(gus)).toEqual(["visitors"]);
  expect(await refusal(eve.rooms.discoverRooms({ workspaceId }))).toBe("workspace_not_found");
});
