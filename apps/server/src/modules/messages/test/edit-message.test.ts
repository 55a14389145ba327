import { afterAll, beforeAll, expect, test } from "bun:test";
import { messages } from "@althing/contract";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("Ana edits her message, and how it read before is kept", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("edits", [ben]);
  const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "At nine" });
  const edited = await ana.messages.editMessage({ roomId, messageId, body: "At ten, @ben" });
  expect(edited).toMatchObject({ body: "At ten, @ben", mentions: [{ kind: "account", id: ben.id }], version: 2 });
  expect(edited.editedAt).not.toBeNull();
  const [before] = await ben.messages.listMessageVersions({ roomId, messageId });
  expect(before).toMatchObject({ version: 1, body: "At nine", by: ana.id });
  expect((await ben.messages.listMentions({})).map(({ id }) => id)).toEqual([messageId]);
});

test("only its author edits a message, and not from a version that has changed", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("authors", [ben]);
  const message = await ana.messages.sendMessage({ roomId, body: "One" });
  const input = { roomId, messageId: message.id };
  expect(await refusal(ben.messages.editMessage({ ...input, body: "Mine now" }))).toBe("not_author");
  const { etag } = await ana.ask(messages.getMessage, input);
  await ana.messages.editMessage({ ...input, body: "Two" }, { ifMatch: etag ?? "" });
  expect(await refusal(ana.messages.editMessage({ ...input, body: "Three" }, { ifMatch: etag ?? "" }))).toBe("stale");
});

test("a deleted message keeps its place but not its words, and what it said is for its author and admins", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("deletions", [ben, cem]);
  const { id: messageId } = await ben.messages.sendMessage({ roomId, body: "@cem, a secret" });
  expect(await refusal(cem.messages.deleteMessage({ roomId, messageId }))).toBe("forbidden");
  await ben.messages.deleteMessage({ roomId, messageId });
  expect(await refusal(ben.messages.deleteMessage({ roomId, messageId }))).toBe("message_deleted");
  const left = (await cem.messages.listMessages({ roomId })).find(({ id }) => id === messageId);
  expect(left).toMatchObject({ body: "", html: "", mentions: [] });
  expect(left?.deletedAt).not.toBeNull();
  expect(await cem.messages.listMessageVersions({ roomId, messageId })).toEqual([]);
  expect((await ana.messages.listMessageVersions({ roomId, messageId }))[0]?.body).toBe("@cem, a secret");
  expect(await cem.messages.listMentions({})).toEqual([]);
});

test("a deleted reply no longer counts in its thread", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("recount", [ben]);
  const root = await ana.messages.sendMessage({ roomId, body: "Root" });
  const first = await ben.messages.replyToMessage({ roomId, messageId: root.id, body: "First" });
  const second = await ana.messages.replyToMessage({ roomId, messageId: root.id, body: "Second" });
  await ana.messages.deleteMessage({ roomId, messageId: second.id });
  const { thread } = await ana.messages.getMessage({ roomId, messageId: root.id });
  expect(thread).toMatchObject({ replyCount: 1, lastReplyAt: first.createdAt, participantIds: [ben.id] });
});
