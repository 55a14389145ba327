import { afterAll, beforeAll, expect, test } from "bun:test";
import type { rooms } from "@althing/contract";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const find = async (person: Person, question: string, roomId?: rooms.RoomId) => {
  await server.settled();
  return person.knowledge.findPassages({ workspaceId: harbour.workspaceId, question, roomId });
};
const textsOf = async (person: Person, question: string) => (await find(person, question)).map(({ text }) => text);

test("Ben asks in other forms of the words, and reads what Ana said", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("ferries", [ben]);
  const { id } = await ana.messages.sendMessage({
    roomId,
    body: "The first **ferry** departs at `06:15` from the east quay.",
  });
  await ana.messages.sendMessage({ roomId, body: "Somebody left an umbrella." });
  const [best] = await find(ben, "When do the first ferries depart?");
  expect(best).toMatchObject({
    messageId: id,
    roomId,
    rootId: null,
    author: { id: ana.id },
    text: "The first ferry departs at 06:15 from the east quay.",
    quote: "The first ferry departs at 06:15 from the east quay.",
    coverage: 1,
    url: `${server.url}/w/harbour/r/${roomId}?at=${id}`,
  });
});

test("the answer comes first although the question has more of the words", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("cranes", [ben]);
  const { id } = await ben.messages.sendMessage({ roomId, body: "Which voltage does the big crane need?" });
  await ana.messages.replyToMessage({ roomId, messageId: id, body: "400 volts, three phases." });
  const found = await find(ben, "voltage for the big crane");
  expect(found.map(({ text }) => text)).toEqual(["400 volts, three phases.", "Which voltage does the big crane need?"]);
  expect(found[0]).toMatchObject({ rootId: id, coverage: 1 });
});

test("what was edited is found by its new words only, what was deleted not at all", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("lanterns");
  const { id } = await ana.messages.sendMessage({ roomId, body: "The lantern oil is paraffin" });
  expect(await textsOf(ana, "lantern paraffin")).toEqual(["The lantern oil is paraffin"]);
  await ana.messages.editMessage({ roomId, messageId: id, body: "The lantern oil is kerosene" });
  expect(await textsOf(ana, "paraffin")).toEqual([]);
  expect(await textsOf(ana, "kerosene")).toEqual(["The lantern oil is kerosene"]);
  await ana.messages.deleteMessage({ roomId, messageId: id });
  expect(await textsOf(ana, "kerosene")).toEqual([]);
});

test("a message that moved is found where it is, by who is there", async () => {
  const { ana, ben, channel } = harbour;
  const { id: from } = await channel("open deck", [ben]);
  const { id: to } = await channel("bridge", [], "private");
  const { id } = await ana.messages.sendMessage({ roomId: from, body: "The sextant is in the blue cupboard" });
  expect(await textsOf(ben, "sextant cupboard")).toHaveLength(1);
  await ana.messages.moveMessage({ roomId: from, messageId: id, toRoomId: to, toParentId: null });
  expect((await find(ana, "sextant cupboard")).map(({ roomId }) => roomId)).toEqual([to]);
  expect(await textsOf(ben, "sextant cupboard")).toEqual([]);
  await ana.messages.moveMessage({ roomId: to, messageId: id, toRoomId: from, toParentId: null });
  expect((await find(ben, "sextant cupboard")).map(({ roomId }) => roomId)).toEqual([from]);
});

test("everyone finds only what they may read", async () => {
  const { ana, ben, cem, gus, eve, workspaceId, channel } = harbour;
  const { id: open } = await channel("open sea");
  const { id: closed } = await channel("captains", [ben], "private");
  const { id: shared } = await channel("with guests", [gus], "private");
  const direct = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [cem.id] });
  for (const [roomId, where] of [
    [open, "open"],
    [closed, "closed"],
    [shared, "shared"],
    [direct.id, "direct"],
  ] as const)
    await ana.messages.sendMessage({ roomId, body: `The treasure lies ${where}` });
  const seen = async (person: Person) =>
    (await textsOf(person, "Where lies the treasure?")).map((text) => text.split(" ").at(-1)).sort();
  expect(await seen(ana)).toEqual(["closed", "direct", "open", "shared"]);
  expect(await seen(ben)).toEqual(["closed", "open"]);
  expect(await seen(cem)).toEqual(["direct", "open"]);
  expect(await seen(gus)).toEqual(["shared"]);
  expect(await refusal(find(eve, "Where lies the treasure?"))).toBe("workspace_not_found");
  expect(await refusal(find(cem, "treasure", closed))).toBe("room_not_found");
  expect(await refusal(find(gus, "treasure", open))).toBe("room_not_found");
  expect((await find(cem, "treasure", open)).map(({ roomId }) => roomId)).toEqual([open]);

  await ana.rooms.archiveRoom({ roomId: open });
  expect(await seen(cem)).toEqual(["direct", "open"]);
  await ana.rooms.removeRoomMember({ roomId: closed, accountId: ben.id });
  expect(await seen(ben)).toEqual(["open"]);
  await ana.rooms.deleteRoom({ roomId: shared });
  expect(await seen(gus)).toEqual([]);
  const { rows } = await server.database.pool.query("select from passages where room_id = $1", [shared]);
  expect(rows).toEqual([]);
});

test("who left the workspace finds nothing", async () => {
  const { ana, arrive, workspaceId } = harbour;
  const xan = await arrive("Xan");
  expect(await find(xan, "treasure")).not.toEqual([]);
  await ana.workspaces.removeMember({ workspaceId, accountId: xan.id });
  expect(await refusal(find(xan, "treasure"))).toBe("workspace_not_found");
});

test("notes of the system are not passages", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("arrivals");
  await ben.rooms.joinRoom({ roomId });
  expect(await textsOf(ana, "who joined the room arrivals")).not.toContain("joined the room");
});
