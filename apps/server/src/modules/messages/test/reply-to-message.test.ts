import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("Ben answers in a thread, and the message that began it sums it up", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("thread", [ben, cem]);
  const root = await ana.messages.sendMessage({ roomId, body: "Who has the keys?" });
  const first = await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "Not me" });
  const second = await cem.messages.replyToMessage({ roomId, messageId: root.id, body: "I do", alsoInRoom: true });
  expect([first.parentId, first.alsoInRoom, second.alsoInRoom]).toEqual([root.id, false, true]);
  const thread = await ana.messages.getThread({ roomId, messageId: root.id });
  expect(thread.replies.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(thread.root.thread).toEqual({
    replyCount: 2,
    lastReplyAt: second.createdAt,
    participantIds: [cem.id, ben.id],
    resolvedAt: null,
  });
  await server.settled();
  const listed = (await ana.messages.listMessages({ roomId })).filter(({ kind }) => kind === "message");
  expect(listed.map(({ id }) => id)).toEqual([root.id, second.id]);
});

test("a thread has one level, and needs its message", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("levels", [ben]);
  const other = await channel("elsewhere", [ben]);
  const root = await ana.messages.sendMessage({ roomId, body: "Root" });
  const reply = await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "Reply" });
  expect(await refusal(ana.messages.replyToMessage({ roomId, messageId: reply.id, body: "Deeper" }))).toBe(
    "thread_nested",
  );
  expect(await refusal(ana.messages.replyToMessage({ roomId: other.id, messageId: root.id, body: "Astray" }))).toBe(
    "message_not_found",
  );
  await ana.messages.deleteMessage({ roomId, messageId: root.id });
  expect(await refusal(ben.messages.replyToMessage({ roomId, messageId: root.id, body: "Late" }))).toBe(
    "message_deleted",
  );
});

test("who wrote in a thread or was named in it has its replies waiting; who did not has not", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("followers", [ben, cem]);
  const root = await ana.messages.sendMessage({ roomId, body: "Shall we?" });
  await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "Yes" });
  expect((await ana.messages.explainUnread({ roomId })).threads).toBe(1);
  expect((await cem.messages.explainUnread({ roomId })).threads).toBe(0);
  await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "@cem too?" });
  expect((await cem.messages.explainUnread({ roomId })).threads).toBe(2);
  const { replies } = await ana.messages.getThread({ roomId, messageId: root.id });
  await ana.messages.readMessage({ messageId: (replies.at(-1) ?? root).id });
  expect((await ana.messages.explainUnread({ roomId })).threads).toBe(0);
  await cem.messages.followThread({ roomId, messageId: root.id, muted: true });
  expect((await cem.messages.explainUnread({ roomId })).threads).toBe(0);
});

test("a settled thread can be opened again", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("settled");
  const root = await ana.messages.sendMessage({ roomId, body: "Which paint?" });
  expect((await ana.messages.resolveThread({ roomId, messageId: root.id })).thread?.resolvedAt).not.toBeNull();
  expect((await ana.messages.reopenThread({ roomId, messageId: root.id })).thread).toBeNull();
});
