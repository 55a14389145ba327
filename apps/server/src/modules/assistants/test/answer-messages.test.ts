import { afterAll, beforeAll, expect, test } from "bun:test";
import { assistants, feedOf, type rooms } from "@althing/contract";
import { expectConverges, type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { system } from "../../../kernel/actor.ts";
import type { HeardEvent } from "../../../kernel/module.ts";
import { answerMessages } from "../listeners/answer-messages.ts";

let server: TestServer;
let harbour: Harbour;
let roomId: rooms.RoomId;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ben, gus, channel } = harbour;
  ({ id: roomId } = await channel("pier", [ben, gus]));
});
afterAll(() => server.dispose());

const runsIn = async (id: string) =>
  (await server.eventsOf(feedOf.room(id))).flatMap(({ type, data }) =>
    type === assistants.RunChanged.type ? [(data as { run: assistants.Run }).run] : [],
  );

test("whom Ben mentions in a channel comes in and answers in a thread", async () => {
  const { ana, ben, workspaceId } = harbour;
  const views = [ana, ben].map((person) => ({ person, workspaceId }));
  const asked = await expectConverges(server, views, () =>
    ben.messages.sendMessage({ roomId, body: "@althing when does the ferry leave?" }),
  );
  const { replies } = await ana.messages.getThread({ roomId, messageId: asked.id });
  expect(replies.map(({ author, body }) => [author.kind, body.split("\n")[0]])).toEqual([
    ["assistant", "*Search answer, no AI model connected.*"],
  ]);
  expect((await runsIn(roomId)).map(({ state }) => state)).toEqual(["queued", "running", "done"]);
  const members = await ana.rooms.listRoomMembers({ roomId });
  expect(members.map(({ name }) => name)).toContain("Althing");
});

test("a reply in the thread that an assistant answered asks it again, unless it names somebody else", async () => {
  const { ana, ben } = harbour;
  const root = await ben.messages.sendMessage({ roomId, body: "@althing who has the key?" });
  await server.settled();
  await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "And the spare one?" });
  await server.settled();
  await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "@ana do you know?" });
  await server.settled();
  const { replies } = await ana.messages.getThread({ roomId, messageId: root.id });
  expect(replies.map(({ author }) => author.kind)).toEqual(["assistant", "person", "assistant", "person"]);
});

test("who writes to an assistant directly is answered each time, without naming it", async () => {
  const { ben, workspaceId } = harbour;
  const [althing] = await ben.assistants.listAssistants({ workspaceId });
  const { id } = await ben.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [althing?.id ?? ben.id] });
  const views = [{ person: ben, workspaceId }];
  for (const body of ["When does the ferry leave?", "And on Sundays?"])
    await expectConverges(server, views, () => ben.messages.sendMessage({ roomId: id, body }));
  const said = await ben.messages.listMessages({ roomId: id });
  expect(said.map(({ author }) => author.kind)).toEqual(["person", "assistant", "person", "assistant"]);
  expect(said.every(({ parentId }) => parentId === null)).toBe(true);
  expect((await runsIn(id)).filter(({ state }) => state === "queued")).toHaveLength(2);
});

test("where several people speak, and between two of them, an assistant waits to be named", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const [althing] = await ben.assistants.listAssistants({ workspaceId });
  const people = [ana.id, cem.id, ...(althing ? [althing.id] : [])];
  const group = await ben.rooms.createRoom({ workspaceId, kind: "group", memberIds: people });
  const pair = await ben.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ana.id] });
  for (const { id } of [group, pair]) await ben.messages.sendMessage({ roomId: id, body: "Is anyone there?" });
  await server.settled();
  expect([await runsIn(group.id), await runsIn(pair.id)]).toEqual([[], []]);
  await ben.messages.sendMessage({ roomId: group.id, body: "@althing are you?" });
  await server.settled();
  expect((await runsIn(group.id)).at(-1)?.state).toBe("done");
});

test("a message that is heard a second time, or twice at once, begins no second run", async () => {
  const { ben, workspaceId } = harbour;
  const [althing] = await ben.assistants.listAssistants({ workspaceId });
  const chat = await ben.assistants.openChat({ workspaceId, assistantId: althing?.id ?? "", title: "Echo" });
  const asked = [
    await ben.messages.sendMessage({ roomId, body: "@althing is this heard once?" }),
    await ben.messages.sendMessage({ roomId: chat.id, body: "And this?" }),
  ];
  await server.settled();
  for (const message of asked) {
    const before = await runsIn(message.roomId);
    const events = (await server.eventsOf(feedOf.room(message.roomId))) as HeardEvent[];
    const sent = events.find(({ data }) => (data as { message?: { id: string } }).message?.id === message.id);
    if (!sent) throw new Error("The message was not told");
    const hear = () => server.kernel.platform.write(system, (tx) => answerMessages.hear(tx, [sent]));
    await Promise.all([hear(), hear()]);
    await server.settled();
    expect(await runsIn(message.roomId)).toEqual(before);
    expect(before.filter(({ promptId, state }) => promptId === message.id && state === "done")).toHaveLength(1);
  }
  expect(await ben.assistants.listTurns({ roomId: chat.id })).toMatchObject({ turns: [{}, {}] });
});
