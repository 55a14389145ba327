// What statistics must say of a room, by the words of the promise, from what people see in it.
import type { messages, rooms, statistics } from "@althing/contract";
import type { Person } from "@althing/testkit";

type Message = messages.Message;

/** All messages of a room with all replies, by number. */
export async function everything(person: Person, roomId: rooms.RoomId): Promise<Message[]> {
  const listed = await person.messages.listMessages({ roomId, limit: 100 });
  const roots = listed.filter(({ parentId, thread }) => parentId === null && thread);
  const threads = await Promise.all(roots.map(({ id }) => person.messages.getThread({ roomId, messageId: id })));
  const all = [...listed, ...threads.flatMap(({ replies }) => replies)].filter(({ kind }) => kind === "message");
  return [...new Map(all.map((message) => [message.id, message])).values()].toSorted((a, b) => a.seq - b.seq);
}

export const isLive = ({ deletedAt }: Message): boolean => deletedAt === null;
const dayOf = ({ createdAt }: Message): string => createdAt.slice(0, 10);

/** The days on which something happened. `reactionDays` holds, for each message, the day of each of its reactions. */
export function countDays(
  all: readonly Message[],
  reactionDays: ReadonlyMap<string, readonly string[]>,
): statistics.StatisticsDay[] {
  const live = all.filter(isLive);
  const given = live.flatMap(({ id }) => reactionDays.get(id) ?? []);
  const days = [...new Set([...live.map(dayOf), ...given])].toSorted();
  return days.map((day) => {
    const posted = live.filter((message) => dayOf(message) === day);
    return {
      day,
      messages: posted.length,
      replies: posted.filter(({ parentId }) => parentId !== null).length,
      reactions: given.filter((one) => one === day).length,
      activePeople: new Set(posted.map(({ author }) => author.id)).size,
    };
  });
}

export function countPeople(all: readonly Message[]): [name: string, messages: number][] {
  const byAuthor = Map.groupBy(all.filter(isLive), ({ author }) => author.name);
  return [...byAuthor].map(([name, posted]): [string, number] => [name, posted.length]).toSorted();
}

/** How many replies each thread has. */
export function countThreads(all: readonly Message[]): Record<string, number> {
  const replies = all.filter((message) => isLive(message) && message.parentId !== null);
  return Object.fromEntries(
    [...Map.groupBy(replies, ({ parentId }) => parentId)].map(([id, them]) => [id, them.length]),
  );
}

/** How many seconds each answered message waited. */
export function listWaits(all: readonly Message[]): number[] {
  const live = all.filter(isLive);
  const waits = live
    .filter(({ parentId }) => parentId === null)
    .flatMap((root) => {
      const first = live.find(({ parentId, author }) => parentId === root.id && author.id !== root.author.id);
      return first ? [Math.max(0, Math.floor((microseconds(first) - microseconds(root)) / 1e6))] : [];
    });
  return waits.toSorted((one, other) => one - other);
}

const microseconds = ({ createdAt }: Message): number =>
  Date.parse(createdAt) * 1_000 + Number(createdAt.slice(23, 26) || 0);

export function median(waits: readonly number[]): number | null {
  const middle = (waits.length - 1) / 2;
  const [lower, upper] = [waits[Math.floor(middle)], waits[Math.ceil(middle)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}
