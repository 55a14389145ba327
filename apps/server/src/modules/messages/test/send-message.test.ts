import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, messages } from "@althing/contract";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";
import { v4, v7 } from "uuid";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("Ana posts, and Ben's screen has it with the number of its event", async () => {
  const { ana, ben, channel, connect } = harbour;
  const room = await channel("pier", [ben]);
  const socket = await connect(ben, [{ feed: feedOf.room(room.id) }]);
  const sent = await ana.messages.sendMessage({ roomId: room.id, body: "The **ferry** is late." });
  const event = await socket.event(
    "messages.sent",
    ({ data }) => (data as { message: messages.Message }).message.id === sent.id,
  );
  expect(event).toMatchObject({ seq: sent.seq, actor: ana.id, feed: feedOf.room(room.id) });
  expect((event.data as { message: messages.Message }).message).toEqual(sent);
  expect(sent).toMatchObject({
    body: "The **ferry** is late.",
    html: "<p>The <strong>ferry</strong> is late.</p>",
    author: { id: ana.id, handle: "ana", name: "Ana", kind: "person" },
    parentId: null,
    editedAt: null,
    deletedAt: null,
    reactions: [],
    thread: null,
    pinned: false,
    attachments: [],
  });
  socket.close();
});

test("a retried send is the same send", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("retries");
  const id = v7() as messages.MessageId;
  const first = await ana.messages.sendMessage({ roomId, id, body: "Once" });
  const again = await Promise.all([1, 2, 3].map(() => ana.messages.sendMessage({ roomId, id, body: "Once" })));
  for (const one of again) expect(one).toEqual(first);
  expect((await ana.messages.listMessages({ roomId })).filter(({ kind }) => kind === "message")).toHaveLength(1);
});

test("an id of any version names a message, but not one of the time to come", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("ids");
  const id = v4() as messages.MessageId;
  expect((await ana.messages.sendMessage({ roomId, id, body: "Four" })).id).toBe(id);
  const future = v7({ msecs: Date.now() + 40 * 86_400_000 }) as messages.MessageId;
  expect(await refusal(ana.messages.sendMessage({ roomId, id: future, body: "Later" }))).toBe("validation_failed");
});

test("nobody takes over another's message id", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("taken", [ben]);
  const { id } = await ana.messages.sendMessage({ roomId, body: "Mine" });
  expect(await refusal(ben.messages.sendMessage({ roomId, id, body: "No, mine" }))).toBe("message_id_taken");
});

test("messages of one room rise by number and by microsecond, whoever posts at once", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("order", [ben]);
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      (index % 2 ? ana : ben).messages.sendMessage({ roomId, body: `Message ${index}` }),
    ),
  );
  await server.settled();
  const listed = await ana.messages.listMessages({ roomId, limit: 100 });
  const stamps = listed.map(({ createdAt }) => createdAt);
  expect(stamps.toSorted()).toEqual(stamps);
  expect(new Set(stamps).size).toBe(stamps.length);
  expect(listed.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(listed.map(({ seq }) => seq));
});

test("who is not in the room cannot post, and a private room is not there for others", async () => {
  const { ana, cem, eve, channel } = harbour;
  const open = await channel("open");
  const closed = await channel("closed", [], "private");
  expect(await refusal(cem.messages.sendMessage({ roomId: open.id, body: "Hello" }))).toBe("forbidden");
  expect(await refusal(cem.messages.sendMessage({ roomId: closed.id, body: "Hello" }))).toBe("room_not_found");
  expect(await refusal(eve.messages.sendMessage({ roomId: open.id, body: "Hello" }))).toBe("room_not_found");
  await ana.rooms.archiveRoom({ roomId: open.id });
  expect(await refusal(ana.messages.sendMessage({ roomId: open.id, body: "Hello" }))).toBe("room_archived");
});

test("a message that is too long says how long it may be", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("long");
  const { bodyLength } = messages.messageLimits;
  expect(await refusal(ana.messages.sendMessage({ roomId, body: "x".repeat(bodyLength + 1) }))).toBe(
    "message_too_long",
  );
  expect((await ana.messages.sendMessage({ roomId, body: "é".repeat(bodyLength) })).body).toHaveLength(bodyLength);
  expect(await refusal(ana.messages.sendMessage({ roomId, body: " \n " }))).toBe("validation_failed");
});

test("people of the room are mentioned, others are not, and only who may calls everyone", async () => {
  const { ana, ben, gus, channel } = harbour;
  const { id: roomId } = await channel("calls", [ben, gus]);
  const { mentions, html } = await ana.messages.sendMessage({
    roomId,
    body: "@ben and @cem and @room, mail a@ben.org",
  });
  expect(mentions).toEqual([
    { kind: "account", id: ben.id },
    { kind: "room", id: null },
  ]);
  expect(html).toContain(`data-mention-id="${ben.id}"`);
  expect((await gus.messages.sendMessage({ roomId, body: "@room" })).mentions).toEqual([]);
  const quiet = await ana.messages.sendMessage({ roomId, body: "@ben", allowedMentions: { accountIds: [] } });
  expect(quiet.mentions).toEqual([]);
});

test("the same key and body are answered from memory, and another body is refused", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("keys");
  const options = { idempotencyKey: "a-key-of-anas" };
  const first = await ana.ask(messages.sendMessage, { roomId, body: "Once" }, options);
  const again = await ana.ask(messages.sendMessage, { roomId, body: "Once" }, options);
  expect([first.replayed, again.replayed]).toEqual([false, true]);
  expect(again.data).toEqual(first.data);
  expect(await refusal(ana.ask(messages.sendMessage, { roomId, body: "Twice" }, options))).toBe(
    "idempotency_key_reused",
  );
});
