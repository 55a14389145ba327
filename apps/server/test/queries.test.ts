/** How often the database is asked: on the paths that everyone takes all day, a number that does not grow. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, type rooms } from "@althing/contract";
import { type Harbour, openHarbour, type Person, startServer, type TestServer } from "@althing/testkit";
import { listenIn } from "./statements.ts";

let server: TestServer;
let harbour: Harbour;
let ears: ReturnType<typeof listenIn>;
let roomId: rooms.RoomId;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ana, ben, cem, channel } = harbour;
  ({ id: roomId } = await channel("busy", [ben, cem]));
  for (const person of [ana, ben]) await person.messages.sendMessage({ roomId, body: "To begin with" });
  await server.settled();
  ears = listenIn(server);
});
afterAll(() => server.dispose());

test("a message costs one transaction of a few statements", async () => {
  const { statements } = await ears.during(() => harbour.ana.messages.sendMessage({ roomId, body: "One" }));
  expect(statements).toEqual([
    "begin",
    "idempotency.lock",
    "idempotency.select",
    "feeds.take_heads",
    "messages.insert",
    "idempotency.insert",
    "feeds.insert_events",
    "commit",
  ]);
});

test("a message with files costs three statements more, however many it brings", async () => {
  const { ana, workspaceId } = harbour;
  const send = async (count: number) => {
    const attachmentIds = await Promise.all(Array.from({ length: count }, () => upload(ana)));
    return ears.during(() => ana.messages.sendMessage({ roomId, body: "", attachmentIds }));
  };
  async function upload(person: Person): Promise<string> {
    const { id } = await person.files.createFile({ workspaceId, name: "note.txt", sizeBytes: 4 });
    await person.files.uploadFile({ fileId: id, offset: 0 }, { bytes: new TextEncoder().encode("note") });
    return id;
  }
  const [one, ten] = [await send(1), await send(10)];
  expect(ten.statements).toEqual(one.statements);
  expect(ten.statements).toEqual([
    "begin",
    "idempotency.lock",
    "idempotency.select",
    "files.lock_attachable",
    "files.attach",
    "feeds.take_heads",
    "messages.insert",
    "attachments.insert",
    "idempotency.insert",
    "feeds.insert_events",
    "commit",
  ]);
});

test("fifty at once share a few transactions", async () => {
  const { ana, ben, connect } = harbour;
  const [mouth, ear] = [await connect(ana), await connect(ben, [{ feed: feedOf.room(roomId) }])];
  // Who follows has read what was there once the first event came to them.
  await ana.messages.sendMessage({ roomId, body: "First" });
  await ear.until(() => ear.events.length > 0);
  const { talks } = await ears.during(async () => {
    for (let key = 0; key < 50; key++) mouth.send({ op: "send", key: String(key), roomId, body: `Number ${key}` });
    await mouth.until(() => mouth.frames.filter(({ op }) => op === "ack").length === 50);
    await ear.until(() => ear.events.filter(({ type }) => type === "messages.sent").length === 51);
  });
  expect(talks.length).toBeLessThan(10);
  for (const talk of talks) {
    expect(talk.map(({ name, text }) => name ?? text)).toEqual([
      "begin",
      "feeds.take_heads",
      "messages.insert",
      "feeds.insert_events",
      "commit",
    ]);
  }
  mouth.close();
  ear.close();
});

test("a room that someone opened a moment ago opens without the database", async () => {
  const { ana, ben } = harbour;
  const open = (person: Person) => ears.during(() => person.messages.listMessages({ roomId }));
  expect((await open(ben)).statements.length).toBeLessThan(3);
  expect((await open(ben)).statements).toEqual([]);
  expect((await open(ana)).statements).toEqual([]);
  const { id } = await ana.messages.sendMessage({ roomId, body: "New" });
  expect((await open(ben)).result.at(-1)?.id).toBe(id);
});

test("a list of a hundred rooms costs as much as a list of a few", async () => {
  const { ana, ben, workspaceId, channel } = harbour;
  const list = () => ears.during(() => ana.rooms.listRooms({ workspaceId }));
  const few = await list();
  for (let index = 0; index < 100; index++) await channel(`room-${index}`, [ben]);
  const many = await list();
  expect(many.result.length).toBe(few.result.length + 100);
  expect(many.statements).toEqual(few.statements);
  expect(many.statements.length).toBeLessThan(7);
});

test("a page of messages costs the same, however many people and threads are on it", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id } = await channel("page", [ben, cem]);
  const open = (before: string) => ears.during(() => ana.messages.listMessages({ roomId: id, before, limit: 20 }));
  const first = await ana.messages.sendMessage({ roomId: id, body: "First" });
  const second = await ana.messages.sendMessage({ roomId: id, body: "Second" });
  await server.settled();
  const few = await open(second.id);
  for (const person of [ben, cem]) {
    for (let count = 0; count < 10; count++) {
      const root = await person.messages.sendMessage({ roomId: id, body: "Hello @ana" });
      await ana.messages.addReaction({ roomId: id, messageId: root.id, emoji: "👍" });
      await cem.messages.replyToMessage({ roomId: id, messageId: root.id, body: "Yes" });
    }
  }
  const last = await ana.messages.sendMessage({ roomId: id, body: "Last" });
  await server.settled();
  const many = await open(last.id);
  expect([few.result.map(({ id: one }) => one).includes(first.id), many.result.length]).toEqual([true, 20]);
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 1);
});

test("a question costs the same, however many rooms there are and people have spoken", async () => {
  const { ana, ben, workspaceId, channel } = harbour;
  const ask = async () => {
    await server.settled();
    return ears.during(() => ana.knowledge.findPassages({ workspaceId, question: "Where is the anchor?", limit: 50 }));
  };
  const { id: first } = await channel("anchors", [ben]);
  await ana.messages.sendMessage({ roomId: first, body: "The anchor is at the bow" });
  const few = await ask();
  for (let index = 0; index < 20; index++) {
    const { id } = await channel(`anchors-${index}`, [ben]);
    const said = await ben.messages.sendMessage({ roomId: id, body: `Anchor ${index} is at quay ${index}` });
    await ana.messages.replyToMessage({ roomId: id, messageId: said.id, body: `Chain ${index} as well` });
  }
  const many = await ask();
  expect([few.result.length, many.result.length > 20]).toEqual([1, true]);
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 1);
  expect(many.statements.length).toBeLessThan(11);
});
