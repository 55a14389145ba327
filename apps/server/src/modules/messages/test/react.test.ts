import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("many react at once, and the counts are right", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("reactions", [ben, cem]);
  const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "Done!" });
  const react = (who: typeof ana, emoji: string) => who.messages.addReaction({ roomId, messageId, emoji });
  await Promise.all([ana, ben, cem].flatMap((who) => ["👍", "🎉", "👍"].map((emoji) => react(who, emoji))));
  const { reactions } = await ben.messages.getMessage({ roomId, messageId });
  expect(reactions.toSorted((a, b) => (a.emoji < b.emoji ? -1 : 1))).toEqual([
    { emoji: "🎉", count: 3, mine: true },
    { emoji: "👍", count: 3, mine: true },
  ]);
  const who = await ana.messages.listReactions({ roomId, messageId });
  expect(
    who
      .find(({ emoji }) => emoji === "👍")
      ?.accounts.map(({ name }) => name)
      .toSorted(),
  ).toEqual(["Ana", "Ben", "Cem"]);
  const left = await ben.messages.removeReaction({ roomId, messageId, emoji: "👍" });
  expect(left.find(({ emoji }) => emoji === "👍")).toEqual({ emoji: "👍", count: 2, mine: false });
  await Promise.all([ana, cem].map((one) => one.messages.removeReaction({ roomId, messageId, emoji: "👍" })));
  expect((await ana.messages.getMessage({ roomId, messageId })).reactions.map(({ emoji }) => emoji)).toEqual(["🎉"]);
});

test("only an emoji is a reaction, and only a fair number of them", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("emoji");
  const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "?" });
  for (const emoji of ["a", "1", "👍👍", "<b>", ":+1:"]) {
    expect(await refusal(ana.messages.addReaction({ roomId, messageId, emoji }))).toBe("emoji_unknown");
  }
  for (const emoji of ["👍🏽", "🇩🇪", "👩‍👩‍👧", "❤️", "☂"]) await ana.messages.addReaction({ roomId, messageId, emoji });
  const many = Array.from({ length: 45 }, (_, index) => String.fromCodePoint(0x1f400 + index));
  for (const emoji of many) await ana.messages.addReaction({ roomId, messageId, emoji });
  expect(await refusal(ana.messages.addReaction({ roomId, messageId, emoji: "🚀" }))).toBe("reaction_limit_reached");
});

test("three messages are pinned, a fourth is not, even when all come at once", async () => {
  const { ana, gus, channel } = harbour;
  const { id: roomId } = await channel("pins", [gus]);
  const sent = await Promise.all(
    [1, 2, 3, 4].map((one) => ana.messages.sendMessage({ roomId, body: `Number ${one}` })),
  );
  const pins = await Promise.all(sent.map(({ id }) => refusal(ana.messages.pinMessage({ roomId, messageId: id }))));
  expect(pins.toSorted()).toEqual(["granted", "granted", "granted", "pin_limit_reached"]);
  const pinned = await ana.messages.listPins({ roomId });
  expect(pinned).toHaveLength(3);
  const messageId = pinned[0]?.id ?? sent[0]?.id ?? ("" as never);
  expect(await refusal(gus.messages.unpinMessage({ roomId, messageId }))).toBe("forbidden");
  expect((await ana.messages.unpinMessage({ roomId, messageId })).pinned).toBe(false);
  await server.settled();
  const notes = (await ana.messages.listMessages({ roomId })).filter(({ system }) => system?.kind === "pinned");
  expect(notes).toHaveLength(3);
});
