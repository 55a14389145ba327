/** Rollups equal the recount: whatever is posted, answered, edited, deleted, moved and reacted to, in whatever order. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { messages, rooms } from "@althing/contract";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";
import fc from "fast-check";
import { countDays, countPeople, countThreads, everything, isLive, listWaits, median } from "./recount.ts";

const start = Date.parse("2026-03-28T12:00:00Z");
let now = start;
let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer({ clock: () => new Date(now) });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

type Step = { who: number; verb: string; room: number; target: number; flag: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  verb: fc.constantFrom(
    ...["post", "post", "post", "reply", "reply", "reply", "edit", "delete", "react", "react", "take back", "move"],
    ...["wait", "settle", "settle"],
  ),
  room: fc.nat(1),
  target: fc.nat(7),
  flag: fc.boolean(),
});

/** A walk of three people in two rooms, and when they gave the reactions that still stand. */
type Walk = { roomIds: rooms.RoomId[]; reactions: Map<string, Map<string, string>> };

async function perform({ who, verb, room, target, flag }: Step, { roomIds, reactions }: Walk): Promise<void> {
  const { ana, ben, cem } = harbour;
  const { messages: api, id: accountId } = [ana, ben, cem][who] as Person;
  const roomId = roomIds[room] as rooms.RoomId;
  now += target * 20_000;
  if (verb === "wait") now += flag ? 86_400_000 : 3_000_000;
  if (verb === "settle") await server.settled();
  if (verb === "post") await api.sendMessage({ roomId, body: `Words ${target}` });
  const all = await everything(ana, roomId);
  const chosen = all[target % Math.max(all.length, 1)];
  if (!chosen) return;
  const { id: messageId } = chosen;
  const emoji = flag ? "👍" : "🎉";
  const given = reactions.get(messageId) ?? new Map<string, string>();
  switch (verb) {
    case "reply":
      return void (await refusal(
        api.replyToMessage({ roomId, messageId: chosen.parentId ?? messageId, body: "Yes", alsoInRoom: flag }),
      ));
    case "edit":
      return void (await refusal(api.editMessage({ roomId, messageId, body: `Edited ${target}` })));
    case "delete":
      return void (await refusal(ana.messages.deleteMessage({ roomId, messageId })));
    case "move":
      return void (await refusal(moved(roomIds, { ...chosen, roomId }, flag)));
    case "react":
      if ((await refusal(api.addReaction({ roomId, messageId, emoji }))) !== "granted") return;
      if (!given.has(accountId + emoji)) given.set(accountId + emoji, new Date(now).toISOString().slice(0, 10));
      return void reactions.set(messageId, given);
    case "take back":
      if ((await refusal(api.removeReaction({ roomId, messageId, emoji }))) === "granted")
        given.delete(accountId + emoji);
  }
}

/** To the other room, or into the thread of the first message there is. */
async function moved(roomIds: readonly rooms.RoomId[], message: messages.Message, toOther: boolean): Promise<unknown> {
  const { ana } = harbour;
  const { roomId, id: messageId } = message;
  if (toOther) return ana.messages.moveMessage({ roomId, messageId, toRoomId: roomIds.find((id) => id !== roomId) });
  const toParentId = (await everything(ana, roomId)).find((one) => isLive(one) && one.parentId === null)?.id;
  return ana.messages.moveMessage({ roomId, messageId, toParentId });
}

async function expectCounted(roomId: rooms.RoomId, { reactions }: Walk): Promise<void> {
  const { ana } = harbour;
  const range = { from: "2026-03-01", to: new Date(now).toISOString().slice(0, 10) };
  const told = await ana.statistics.getRoomStatistics({ roomId, ...range });
  const all = await everything(ana, roomId);
  const waits = listWaits(all);
  const reactionDays = new Map([...reactions].map(([id, days]) => [id, [...days.values()]]));
  const threads = countThreads(all);
  expect({
    days: told.days.filter(({ messages, reactions: given }) => messages + given > 0),
    people: told.people.map(({ account, messages }) => [account.name, messages]).toSorted(),
    threads: told.threads.map(({ messageId, replies }) => [String(messageId), replies]),
    responses: [told.responses.count, told.responses.medianSeconds],
  }).toEqual({
    days: countDays(all, reactionDays),
    people: countPeople(all),
    threads: Object.entries(threads)
      .toSorted(([one, few], [other, many]) => many - few || (one < other ? 1 : -1))
      .slice(0, 5),
    responses: [waits.length, median(waits)],
  });
}

/** As if the version before had known no statistics: everything is counted from the messages. */
async function countAnew(): Promise<void> {
  const { pool } = server.database;
  await pool.query("truncate statistics_rooms, statistics_people, statistics_threads, statistics_answers");
  await pool.query(`select graphile_worker.add_job('statistics.count_rooms', '{"payload": {}, "ids": {}}'::json)`);
  await server.settled();
}

test("what was kept event by event equals what is counted at once, and what people see", async () => {
  const { ben, cem, channel } = harbour;
  let walks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      walks++;
      const made = [await channel(`near-${walks}`, [ben, cem]), await channel(`far-${walks}`, [ben, cem])];
      const walk: Walk = { roomIds: made.map(({ id }) => id), reactions: new Map() };
      // Counted as long as they are empty, so that all that follows is added event by event.
      await server.settled();
      for (const one of steps) await perform(one, walk);
      await server.settled();
      for (const roomId of walk.roomIds) await expectCounted(roomId, walk);
      await countAnew();
      for (const roomId of walk.roomIds) await expectCounted(roomId, walk);
    }),
    { numRuns: Number(process.env.ALTHING_PROPERTY_RUNS ?? 8) },
  );
}, 180_000);
