/** Badge equals recount: whatever is posted, edited, deleted, answered, read and marked, in whatever order. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { messages, rooms } from "@althing/contract";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";
import fc from "fast-check";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

type Step = { who: number; verb: string; target: number; flag: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  verb: fc.constantFrom(
    "post",
    "post",
    "mention",
    "everyone",
    "reply",
    "reply",
    "edit",
    "delete",
    "read",
    "read room",
    "mark",
    "mark from",
    "follow",
    "mute",
  ),
  target: fc.nat(30),
  flag: fc.boolean(),
});

async function perform(
  { who, verb, target, flag }: Step,
  people: readonly Person[],
  roomId: rooms.RoomId,
): Promise<void> {
  const person = people[who] as Person;
  const { messages: api } = person;
  const all = await everything(person, roomId);
  const chosen = all[target % Math.max(all.length, 1)];
  const rootId = chosen?.parentId ?? chosen?.id;
  const other = people[(who + 1) % people.length]?.name.toLowerCase();
  switch (verb) {
    case "post":
      return void (await api.sendMessage({ roomId, body: `Words ${target}` }));
    case "mention":
      return void (await api
        .sendMessage({ roomId, body: `@${other}, look`, parentId: flag ? rootIdOf(chosen) : undefined })
        .catch(() => undefined));
    case "everyone":
      return void (await api.sendMessage({ roomId, body: "@room, all of you" }));
  }
  if (!chosen || !rootId) return;
  switch (verb) {
    case "reply":
      await refusal(api.replyToMessage({ roomId, messageId: rootId, body: `@${other} yes`, alsoInRoom: flag }));
      return;
    case "edit":
      await refusal(
        api.editMessage({
          roomId,
          messageId: chosen.id,
          body: flag ? `@${other} edited ${target}` : `Edited ${target}`,
        }),
      );
      return;
    case "delete":
      await refusal(api.deleteMessage({ roomId, messageId: chosen.id }));
      return;
    case "read":
      await api.readMessage({ messageId: chosen.id });
      return;
    case "read room":
      await api.readRoom({ roomId, seq: flag ? chosen.seq : undefined });
      return;
    case "mark":
      await api.unreadRoom({ roomId, messageId: chosen.id, only: true });
      return;
    case "mark from":
      await api.unreadRoom({ roomId, messageId: chosen.id });
      return;
    default:
      await api.followThread({
        roomId,
        messageId: rootId,
        ...(verb === "mute" ? { muted: flag } : { following: flag }),
      });
  }
}

const rootIdOf = (message: messages.Message | undefined) => message && (message.parentId ?? message.id);

/** All messages of the room with all replies, by number. */
async function everything(person: Person, roomId: rooms.RoomId): Promise<messages.Message[]> {
  const listed = (await person.messages.listMessages({ roomId, limit: 100 })).filter(({ kind }) => kind === "message");
  const roots = listed.filter(({ parentId, thread }) => parentId === null && thread);
  const threads = await Promise.all(roots.map(({ id }) => person.messages.getThread({ roomId, messageId: id })));
  const all = [...listed, ...threads.flatMap(({ replies }) => replies)];
  return [...new Map(all.map((message) => [message.id, message])).values()].toSorted((a, b) => a.seq - b.seq);
}

/** Counts by the words of the promise, from what is there and where the reader stands. */
async function recount(person: Person, roomId: rooms.RoomId): Promise<rooms.Unread> {
  const { lastReadSeq, threadsReadSeq, marks } = await person.messages.explainUnread({ roomId });
  const all = await everything(person, roomId);
  const counts = all.filter(({ author, deletedAt }) => author.id !== person.id && deletedAt === null);
  const inRoom = counts.filter(({ parentId, alsoInRoom }) => parentId === null || alsoInRoom);
  const waiting = inRoom.filter(({ id, seq }) => seq > lastReadSeq || marks.includes(id));
  const marked = counts.filter(
    ({ id, parentId, alsoInRoom }) => marks.includes(id) && parentId !== null && !alsoInRoom,
  );
  const roots = [...new Set(counts.flatMap(({ parentId }) => parentId ?? []))];
  const standings = new Map(
    await Promise.all(
      roots.map(
        async (id) => [id as string, (await person.messages.getThread({ roomId, messageId: id })).standing] as const,
      ),
    ),
  );
  const replies = counts.filter(({ parentId, alsoInRoom, seq }) => {
    const standing = parentId === null || alsoInRoom ? undefined : standings.get(parentId);
    return standing?.following && !standing.muted && seq > Math.max(standing.lastReadSeq, threadsReadSeq);
  });
  const total = [...new Set([...waiting, ...marked])];
  const names = ({ mentions }: messages.Message) =>
    mentions.some(({ kind, id }) => kind !== "account" || id === person.id);
  const first = total.map(({ seq }) => seq).toSorted((a, b) => a - b)[0];
  return {
    count: total.length,
    mentions: [...new Set([...total, ...replies])].filter(names).length,
    firstUnreadSeq: first ?? null,
    threads: replies.length,
    lastReadSeq,
    threadsReadSeq,
  };
}

test("the badge of everyone equals the recount after every walk", async () => {
  const { ana, ben, cem, channel, workspaceId } = harbour;
  const people = [ana, ben, cem];
  let walks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const { id: roomId } = await channel(`walk-${walks++}`, [ben, cem]);
      await server.settled();
      for (const one of steps) await perform(one, people, roomId);
      for (const person of people) {
        const expected = await recount(person, roomId);
        const listed = (await person.rooms.listRooms({ workspaceId })).find(({ id }) => id === roomId)?.unread;
        const explained = await person.messages.explainUnread({ roomId });
        expect({ who: person.name, ...listed }).toEqual({ who: person.name, ...expected });
        expect(explained.counted.filter(({ because }) => because !== "thread_followed")).toHaveLength(expected.count);
      }
    }),
    { numRuns: Number(process.env.ALTHING_PROPERTY_RUNS ?? 12) },
  );
}, 120_000);
