import { afterAll, beforeAll, expect, test } from "bun:test";
import { messages, type rooms } from "@althing/contract";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
let roomId: rooms.RoomId;
let sent: messages.Message[];
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  roomId = (await harbour.channel("history", [harbour.ben])).id;
  await server.settled();
  sent = [];
  for (let index = 0; index < 25; index++)
    sent.push(await harbour.ana.messages.sendMessage({ roomId, body: `Message ${index}` }));
});
afterAll(() => server.dispose());

const said = (listed: readonly messages.Message[]) =>
  listed.filter(({ kind }) => kind === "message").map(({ body }) => body);

test("the newest page comes in rising order, and leads back to the beginning without a gap", async () => {
  const { ben } = harbour;
  const seen: messages.Message[] = [];
  let cursor: string | undefined;
  do {
    const page = await ben.page(messages.listMessages, { roomId, limit: 10, cursor });
    seen.unshift(...page.items);
    cursor = page.previous ?? undefined;
    expect(page.items.map(({ seq }) => seq)).toEqual(page.items.map(({ seq }) => seq).toSorted((a, b) => a - b));
  } while (cursor);
  expect(said(seen)).toEqual(sent.map(({ body }) => body));
});

test("from the first message on, `after` and `next` lead to the newest", async () => {
  const { ben } = harbour;
  const [first] = sent;
  const seen: messages.Message[] = [];
  let page = await ben.page(messages.listMessages, { roomId, limit: 7, after: first?.id });
  seen.push(...page.items);
  while (page.next) {
    page = await ben.page(messages.listMessages, { roomId, limit: 7, after: page.next });
    seen.push(...page.items);
  }
  expect(said(seen)).toEqual(sent.slice(1).map(({ body }) => body));
});

test("`before` takes an id, and is stable while messages arrive", async () => {
  const { ana, ben } = harbour;
  const page = await ben.page(messages.listMessages, { roomId, limit: 5, before: sent[10]?.id });
  expect(said(page.items)).toEqual(sent.slice(5, 10).map(({ body }) => body));
  const late = await ana.messages.sendMessage({ roomId, body: "Late" });
  const earlier = await ben.page(messages.listMessages, { roomId, limit: 5, before: page.previous ?? "" });
  expect(said(earlier.items)).toEqual(sent.slice(0, 5).map(({ body }) => body));
  await ana.messages.deleteMessage({ roomId, messageId: late.id });
});

test("`around` stands in the middle", async () => {
  const { items } = await harbour.ben.page(messages.listMessages, { roomId, limit: 5, around: sent[12]?.id });
  expect(said(items)).toEqual(sent.slice(10, 15).map(({ body }) => body));
});

test("a time opens the page at its first message", async () => {
  const { items } = await harbour.ben.page(messages.listMessages, { roomId, limit: 4, at: sent[20]?.createdAt });
  expect(said(items)).toContain("Message 20");
});

test("a cursor of another room or a changed one is refused", async () => {
  const { ben, channel } = harbour;
  const other = await channel("other", [ben]);
  const { previous } = await ben.page(messages.listMessages, { roomId, limit: 5 });
  const cursor = previous ?? "";
  expect(await refusal(ben.messages.listMessages({ roomId: other.id, cursor }))).toBe("invalid_cursor");
  expect(await refusal(ben.messages.listMessages({ roomId, cursor: `x${cursor}` }))).toBe("invalid_cursor");
  expect(await refusal(ben.messages.listMessages({ roomId, limit: 101 }))).toBe("validation_failed");
});

test("an unchanged page is answered with 304, and a changed one anew", async () => {
  const { ana, ben } = harbour;
  const token = await ben.session.token();
  const ask = (etag?: string) =>
    fetch(`${server.url}/api/v1/rooms/${roomId}/messages`, {
      headers: { authorization: `Bearer ${token}`, ...(etag && { "if-none-match": etag }) },
    });
  const etag = (await ask()).headers.get("etag") ?? "";
  expect((await ask(etag)).status).toBe(304);
  await ana.messages.addReaction({ roomId, messageId: sent[24]?.id ?? ("" as messages.MessageId), emoji: "👍" });
  expect((await ask(etag)).status).toBe(200);
});

test("whose reaction it is differs by reader, on the remembered page too", async () => {
  const { ana, ben } = harbour;
  const last = sent[24] as messages.Message;
  await ben.messages.addReaction({ roomId, messageId: last.id, emoji: "🎉" });
  const reactions = async (who: typeof ana) =>
    (await who.messages.listMessages({ roomId })).find(({ id }) => id === last.id)?.reactions;
  expect(await reactions(ben)).toEqual([
    { emoji: "👍", count: 1, mine: false },
    { emoji: "🎉", count: 1, mine: true },
  ]);
  expect(await reactions(ana)).toEqual([
    { emoji: "👍", count: 1, mine: true },
    { emoji: "🎉", count: 1, mine: false },
  ]);
});
