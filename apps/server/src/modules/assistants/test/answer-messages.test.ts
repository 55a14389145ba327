import { afterAll, beforeAll, expect, test } from "bun:test";
import { assistants, feedOf, type rooms } from "@althing/contract";
import { expectConverges, type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";

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
