/**
 * kill -9 of the server and its database under load, again and again: nothing acknowledged is lost, doubled or reordered,
 * and everyone is current soon after. `ALTHING_KILLS=30` runs it in full.
 */
import { afterAll, expect, test } from "bun:test";
import { feedOf, type messages, type rooms } from "@althing/contract";
import {
  connect,
  type Following,
  freePort,
  openHarbour,
  type Person,
  type PlainSocket,
  type SpawnedServer,
  spawnServer,
  temporaryDataDir,
} from "@althing/testkit";
import { v7 } from "uuid";

const kills = Number(process.env.ALTHING_KILLS ?? 3);
const folder = temporaryDataDir();
let server: SpawnedServer | undefined;
afterAll(async () => {
  await server?.killTree();
  folder.remove();
});

/** Someone who posts without pause, sends again what was not acknowledged, and remembers what was. */
class Writer {
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
      );
      if (!("op" in answer)) return;
      if (answer.op !== "ack") continue;
      this.acknowledged.set(id, answer.seq ?? 0);
      this.#pending = undefined;
      this.#count++;
    }
  }
}

/** Someone who follows the room through all that happens, from where they were. */
class Reader {
  readonly seen: { id: string; seq: number }[] = [];
  last = 0;

  async follow(socket: PlainSocket, feed: Following["feed"]): Promise<void> {
    await socket.until(() => socket.closed, 600_000);
    for (const event of socket.events.filter((one) => one.feed === feed)) {
      expect(event.seq).toBe(this.last + 1);
      this.last = event.seq;
      if (event.type === "messages.sent") {
        this.seen.push({ id: (event.data as { message: messages.Message }).message.id, seq: event.seq });
      }
    }
  }
}

test(`${kills} times killed under load`, async () => {
  const port = freePort();
  server = await spawnServer({ dataDir: folder.dataDir, port });
  const { ana, ben, cem, channel } = await openHarbour(server.url);
  const room = await channel("storm", [ben, cem]);
  const feed = feedOf.room(room.id);
  const writers = [ana, ben].flatMap((person) => [1, 2, 3].map(() => new Writer(person, room.id)));
  const reader = new Reader();
  const readyMs: number[] = [];
  for (let round = 0; round <= kills; round++) {
    const { url } = server;
    const ear = await connect(url, cem, [{ feed, after: reader.last }]);
    const following = reader.follow(ear, feed);
    const sockets = await Promise.all(writers.map(({ person }) => connect(url, person)));
    const writing = writers.map((writer, index) => writer.write(sockets[index] as PlainSocket));
    const enough = writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0) + 300;
    await sockets[0]?.until(
      () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0) >= enough,
      20_000,
    );
    if (round === kills) {
      for (const writer of writers) writer.isStopping = true;
      await Promise.all(writing);
      const last = Math.max(...writers.flatMap(({ acknowledged }) => [...acknowledged.values()]));
      await ear.until(() => ear.events.some(({ seq }) => seq >= last));
      ear.close();
      await following;
    } else {
      await server.killTree();
      await Promise.all([following, ...writing]);
      server = await spawnServer({ dataDir: folder.dataDir, port });
      readyMs.push(Math.round(server.readyMs));
    }
  }
  const acknowledged = new Map(writers.flatMap((writer) => [...writer.acknowledged]));
  const stored = await everyMessage(cem, room.id);
  const storedIds = stored.map(({ id }) => id as string);
  expect(new Set(storedIds).size).toBe(storedIds.length);
  for (const [id, seq] of acknowledged) expect(stored.find((one) => one.id === id)?.seq).toBe(seq);
  expect(reader.seen.map(({ id }) => id)).toEqual(storedIds);
  process.stdout.write(`crash: ${acknowledged.size} acknowledged, ready again after ${readyMs.join(", ")} ms\n`);
  for (const ms of readyMs) expect(ms).toBeLessThan(10_000);
}, 300_000);

async function everyMessage(person: Person, roomId: rooms.RoomId): Promise<messages.Message[]> {
  const all: messages.Message[] = [];
  for (let before: string | undefined; ; before = all[0]?.id) {
    const page = await person.messages.listMessages({ roomId, before, limit: 100 });
    if (page.length === 0) return all;
    all.unshift(...page);
  }
}
