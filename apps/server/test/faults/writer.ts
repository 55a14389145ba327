// People who post without pause while things break, and what is left of it in the end.
import { expect } from "bun:test";
import type { messages, rooms } from "@althing/contract";
import type { Person, PlainEvent, PlainSocket } from "@althing/testkit";
import { v7 } from "uuid";

/** Someone who posts without pause, sends again what was not acknowledged, and remembers what was. */
export class Writer {
  readonly acknowledged = new Map<string, number>();
  #pending: string | undefined;
  #count = 0;
  #key = 0;
  isStopping = false;

  constructor(
    readonly person: Person,
    readonly roomId: rooms.RoomId,
  ) {}

  /** Posts over this socket until it closes. */
  async write(socket: PlainSocket): Promise<void> {
    while (!socket.closed && !this.isStopping) {
      this.#pending ??= v7();
      const id = this.#pending as messages.MessageId;
      const key = `${this.#key++}`;
      socket.send({ op: "send", key, roomId: this.roomId, id, body: `${this.person.name} ${this.#count}` });
      const answer = await socket.until(
        () =>
          socket.closed ??
          socket.frames.find((frame) => (frame.op === "ack" || frame.op === "error") && frame.key === key),
        30_000,
      );
      if (!("op" in answer)) return;
      if (answer.op !== "ack") continue;
      this.acknowledged.set(id, answer.seq ?? 0);
      this.#pending = undefined;
      this.#count++;
    }
  }
}

export const countAcknowledged = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);

export const lastAcknowledged = (writers: readonly Writer[]): number =>
  Math.max(...writers.flatMap(({ acknowledged }) => [...acknowledged.values()]));

/** The ids of the messages that these events tell of, which must follow each other without a gap after `last`. */
export function messageIdsOf(events: readonly PlainEvent[], last: number): string[] {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => last + 1 + index));
  return events
    .filter(({ type }) => type === "messages.sent")
    .map(({ data }) => (data as { message: messages.Message }).message.id);
}

/** Nothing acknowledged is lost or has another number, nothing is there twice. Gives the ids of all that is stored. */
export async function expectKept(writers: readonly Writer[], reader: Person, roomId: rooms.RoomId): Promise<string[]> {
  const stored = await everyMessage(reader, roomId);
  const seqs = new Map(stored.map(({ id, seq }) => [id as string, seq]));
  expect(seqs.size).toBe(stored.length);
  for (const { acknowledged } of writers) {
    for (const [id, seq] of acknowledged) expect(seqs.get(id)).toBe(seq);
  }
  return [...seqs.keys()];
}

async function everyMessage(person: Person, roomId: rooms.RoomId): Promise<messages.Message[]> {
  const all: messages.Message[] = [];
  for (let before: string | undefined; ; before = all[0]?.id) {
    const page = await person.messages.listMessages({ roomId, before, limit: 100 });
    if (page.length === 0) return all;
    all.unshift(...page);
  }
}
