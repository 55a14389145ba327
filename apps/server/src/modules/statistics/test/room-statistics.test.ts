import { afterAll, beforeAll, expect, test } from "bun:test";
import type { messages, rooms } from "@althing/contract";
import { statistics } from "@althing/contract";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";
import { v7 } from "uuid";

const monday = "2026-03-30";
const tuesday = "2026-03-31";
const range = { from: monday, to: tuesday };
let now = Date.parse(`${monday}T23:58:00Z`);
let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer({ clock: () => new Date(now) });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

async function statisticsOf(roomId: rooms.RoomId, days: { from?: string; to?: string } = range) {
  await server.settled();
  return harbour.ana.statistics.getRoomStatistics({ roomId, ...days });
}

const post = (who: Person, roomId: rooms.RoomId, body = "Hello") => who.messages.sendMessage({ roomId, body });
const reply = (who: Person, root: messages.Message) =>
  who.messages.replyToMessage({ roomId: root.roomId, messageId: root.id, body: "Yes" });

test("each day has its own messages, by the time of UTC, quiet days too", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("days", [ben]);
  const root = await post(ana, roomId, "Who has the **keys**?");
  await post(ben, roomId);
  now += 180_000;
  await reply(ben, root);
  await ana.messages.addReaction({ roomId, messageId: root.id, emoji: "👍" });
  const { days, total, people, threads, responses } = await statisticsOf(roomId, { from: "2026-03-29", to: tuesday });
  expect(days).toEqual([
    { day: "2026-03-29", messages: 0, replies: 0, reactions: 0, activePeople: 0 },
    { day: monday, messages: 2, replies: 0, reactions: 0, activePeople: 2 },
    { day: tuesday, messages: 1, replies: 1, reactions: 1, activePeople: 1 },
  ]);
  expect(total).toEqual({ messages: 3, replies: 1, reactions: 1, activePeople: 2 });
  expect(people.map(({ account, messages }) => [account.name, messages])).toEqual([
    ["Ben", 2],
    ["Ana", 1],
  ]);
  expect(threads).toEqual([
    { messageId: root.id, author: root.author, text: "Who has the keys?", createdAt: root.createdAt, replies: 1 },
  ]);
  expect(responses).toMatchObject({ count: 1, medianSeconds: 180 });
  expect(responses.steps.filter(({ count }) => count > 0)).toEqual([{ belowSeconds: 300, count: 1 }]);
});

test("what is deleted counts no longer, nor do its reactions; edits change nothing", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("regrets", [ben, cem]);
  const root = await post(ana, roomId);
  const slip = await reply(ben, root);
  await cem.messages.addReaction({ roomId, messageId: slip.id, emoji: "🎉" });
  await server.settled();
  now += 60_000;
  await reply(cem, root);
  await ana.messages.editMessage({ roomId, messageId: root.id, body: "Better words" });
  expect((await statisticsOf(roomId)).responses).toMatchObject({ count: 1, medianSeconds: 0 });
  await ben.messages.deleteMessage({ roomId, messageId: slip.id });
  const after = await statisticsOf(roomId);
  expect(after.total).toEqual({ messages: 2, replies: 1, reactions: 0, activePeople: 2 });
  // The first answer is now the one that came a minute later.
  expect(after.responses).toMatchObject({ count: 1, medianSeconds: 60 });
  await ana.messages.deleteMessage({ roomId, messageId: root.id });
  const { threads, responses } = await statisticsOf(roomId);
  expect([threads[0]?.text, threads[0]?.replies, responses.count]).toEqual(["", 1, 0]);
});

test("a reaction that is taken back is taken from the day on which it was given", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("moods", [ben]);
  const { id: messageId } = await post(ana, roomId);
  const mood = { roomId, messageId, emoji: "👍" };
  for (const who of [ana, ben]) await who.messages.addReaction(mood);
  await server.settled();
  now += 86_400_000;
  await ben.messages.removeReaction(mood);
  const { days } = await statisticsOf(roomId, { from: tuesday, to: "2026-04-01" });
  expect(days.map(({ reactions }) => reactions)).toEqual([1, 0]);
  now -= 86_400_000;
});

test("imported history counts on the days on which it was said", async () => {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel("history", [ben]);
  await server.settled();
  const [rootId, at] = [v7(), "2006-06-05T10:00:00Z"];
  const imported = [
    { id: rootId, authorId: ben.id, body: "Is anyone there?", at },
    { id: v7(), authorId: cem.id, body: "I am", at: "2006-06-05T10:30:00Z", parentId: rootId },
  ];
  await ana.messages.importMessages({ roomId, messages: imported } as never);
  const then = await statisticsOf(roomId, { from: "2006-06-05", to: "2006-06-05" });
  expect(then.total).toEqual({ messages: 2, replies: 1, reactions: 0, activePeople: 2 });
  expect(then.responses.count).toBe(1);
  expect((await statisticsOf(roomId)).total.messages).toBe(0);
});

test("a moved thread is counted where it is", async () => {
  const { ana, ben, channel } = harbour;
  const [near, far] = [await channel("near", [ben]), await channel("far", [ben])];
  const root = await post(ana, near.id);
  await reply(ben, root);
  await ben.messages.addReaction({ roomId: near.id, messageId: root.id, emoji: "👍" });
  await server.settled();
  await ana.messages.moveMessage({ roomId: near.id, messageId: root.id, toRoomId: far.id });
  expect((await statisticsOf(near.id)).total).toEqual({ messages: 0, replies: 0, reactions: 0, activePeople: 0 });
  const arrived = await statisticsOf(far.id);
  expect(arrived.total).toEqual({ messages: 2, replies: 1, reactions: 1, activePeople: 2 });
  expect([arrived.threads.length, arrived.responses.count]).toEqual([1, 1]);
});

test("a deleted room leaves no counts behind", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("sunk", [ben]);
  await reply(ben, await post(ana, roomId));
  await server.settled();
  await ana.rooms.deleteRoom({ roomId });
  await server.settled();
  for (const part of ["rooms", "people", "threads", "answers"]) {
    const { rows } = await server.database.pool.query(`select * from statistics_${part} where room_id = $1`, [roomId]);
    expect([part, rows]).toEqual([part, []]);
  }
});

test("thirty days unless told, a year at most, and not backwards", async () => {
  const { ana, ben, eve, channel } = harbour;
  const { id: roomId } = await channel("ranges", [ben], "private");
  const { days, from, to } = await statisticsOf(roomId, {});
  expect([days.length, from, to]).toEqual([30, "2026-03-02", tuesday]);
  expect((await statisticsOf(roomId, { from: "2025-04-01", to: "2026-04-01" })).days).toHaveLength(366);
  const ask = (who: Person, given: object) => refusal(who.statistics.getRoomStatistics({ roomId, ...given }));
  const invalid = statistics.StatisticsRangeInvalid.code;
  expect(await ask(ana, { from: "2025-03-31", to: "2026-04-01" })).toBe(invalid);
  expect(await ask(ana, { from: tuesday, to: monday })).toBe(invalid);
  expect(await ask(ana, { from: "yesterday" })).toBe("validation_failed");
  expect(await ask(eve, range)).toBe("room_not_found");
  expect(await ask(harbour.cem, range)).toBe("room_not_found");
});

test("who has the answer already is told that nothing changed", async () => {
  const { ana, channel } = harbour;
  const { id: roomId } = await channel("tags");
  await server.settled();
  const ask = async (etag = "") =>
    fetch(`${server.url}/api/v1/rooms/${roomId}/statistics`, {
      headers: { authorization: `Bearer ${await ana.session.token()}`, "if-none-match": etag },
    });
  const etag = (await ask()).headers.get("etag") ?? "";
  expect((await ask(etag)).status).toBe(304);
  await post(ana, roomId);
  await server.settled();
  expect((await ask(etag)).status).toBe(200);
});
