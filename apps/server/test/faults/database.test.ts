/**
 * PostgreSQL goes away under load, all at once or connection by connection: meanwhile everyone is told to come back, and
 * afterwards nothing that was acknowledged is lost or doubled, and who follows has missed nothing. With `LONG=1` it is
 * away for 60 seconds.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { feedOf, type rooms } from "@althing/contract";
import { AlthingError } from "@althing/sdk";
import { type EmbeddedDatabase, startEmbedded } from "@althing/server/embedded";
import {
  connect,
  freePort,
  type Harbour,
  openHarbour,
  type PlainSocket,
  spawnServer,
  startServer,
  type TestServer,
  temporaryDataDir,
} from "@althing/testkit";
import { Client } from "pg";
import { inLength } from "./length.ts";
import { countAcknowledged, expectKept, lastAcknowledged, messageIdsOf, Writer } from "./writer.ts";

const { dataDir, remove } = temporaryDataDir();
let postgres: EmbeddedDatabase;
let server: TestServer;
let harbour: Harbour;
const outageMs = inLength(0, 60_000);
const startPostgres = () => startEmbedded({ dataDir, settings: { fsync: "off" }, log: () => undefined });
beforeAll(async () => {
  postgres = await startPostgres();
  server = await startServer({ settings: { DATABASE_URL: postgres.url } });
  harbour = await openHarbour(server.url);
}, 30_000);
afterAll(async () => {
  await server.dispose();
  await postgres.stop();
  remove();
});

/** Someone who asks again and again over HTTP, and notes how that went. */
class Asker {
  readonly statuses: number[] = [];
  longestMs = 0;
  withoutAdvice = 0;
  isStopping = false;
  #answered = Promise.withResolvers<void>();

  async ask(url: string, token: string | undefined, roomId: rooms.RoomId): Promise<void> {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    while (!this.isStopping) {
      const startedAt = performance.now();
      const answers = await Promise.all([
        fetch(`${url}/api/v1/rooms/${roomId}/messages`, { method: "POST", headers, body: '{"body":"Over HTTP"}' }),
        fetch(`${url}/api/v1/rooms/${roomId}`, { headers }),
      ]);
      for (const answer of answers) {
        this.statuses.push(answer.status);
        if (answer.status === 503 && !answer.headers.has("retry-after")) this.withoutAdvice++;
        await answer.arrayBuffer();
      }
      this.longestMs = Math.max(this.longestMs, performance.now() - startedAt);
      this.#answered.resolve();
      this.#answered = Promise.withResolvers();
    }
  }

  /** Waits until it is so, looking after each answer. */
  async until(isSo: () => boolean, withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    for (; !isSo(); await this.#answered.promise) {
      if (performance.now() > end) throw new Error(`It was not so within ${withinMs} ms: ${isSo}`);
    }
  }

  get refused(): number {
    return this.statuses.filter((status) => status === 503).length;
  }
}

/** Load of all kinds, while `fault` happens and has passed. */
async function underLoad(name: string, fault: (asker: Asker) => Promise<void>): Promise<void> {
  const { ana, ben, cem, channel } = harbour;
  const { id: roomId } = await channel(name, [ben, cem]);
  const feed = feedOf.room(roomId);
  const ear = await connect(server.url, cem, [{ feed, after: 0 }]);
  const writers = [ana, ben].flatMap((person) => [1, 2].map(() => new Writer(person, roomId)));
  const sockets = await Promise.all(writers.map(({ person }) => connect(server.url, person)));
  const writing = writers.map((writer, index) => writer.write(sockets[index] as PlainSocket));
  const asker = new Asker();
  const asking = asker.ask(server.url, await cem.session.token(), roomId);
  await asker.until(() => countAcknowledged(writers) > 100, 20_000);
  await fault(asker);
  const passedAt = performance.now();
  const [before, answered] = [countAcknowledged(writers), asker.statuses.length];
  await asker.until(() => countAcknowledged(writers) > before + 20, 5_000);
  await asker.until(() => asker.statuses.slice(answered).includes(201), 5_000);
  const recoveredMs = Math.round(performance.now() - passedAt);
  for (const one of [...writers, asker]) one.isStopping = true;
  await Promise.all([...writing, asking]);
  await ear.until(() => (ear.events.at(-1)?.seq ?? 0) >= lastAcknowledged(writers), 5_000);
  await server.settled();
  const stored = await expectKept(writers, ben, roomId);
  await ear.until(() => ear.events.filter(({ type }) => type === "messages.sent").length >= stored.length);
  expect(messageIdsOf(ear.events, 0)).toEqual(stored);
  expect(new Set(asker.statuses).difference(new Set([200, 201, 503]))).toEqual(new Set());
  expect([asker.withoutAdvice, asker.longestMs < 8_000]).toEqual([0, true]);
  process.stdout.write(`${name}: ${asker.refused} told to come back, recovered after ${recoveredMs} ms\n`);
  for (const socket of [ear, ...sockets]) socket.close();
}

test(
  "PostgreSQL stopped at once and started again",
  async () => {
    const health = async (path: string) => (await fetch(`${server.url}/health/${path}`)).status;
    await underLoad("outage", async (asker) => {
      await postgres.stop("immediate");
      const askedAt = performance.now();
      expect([await health("live"), await health("ready")]).toEqual([200, 503]);
      expect(performance.now() - askedAt).toBeLessThan(5_000);
      const [refused, backAt] = [asker.refused + 20, askedAt + outageMs];
      await asker.until(() => asker.refused >= refused && performance.now() > backAt, outageMs + 30_000);
      postgres = await startPostgres();
    });
    expect(await health("ready")).toBe(200);
  },
  outageMs + 90_000,
);

test("all its connections ended by force, ten times", async () => {
  const admin = new Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  await underLoad("killed", async (asker) => {
    for (let round = 0; round < 10; round++) {
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'althing'");
      const answered = asker.statuses.length;
      await asker.until(() => asker.statuses.length > answered + 2, 10_000);
    }
  });
  await admin.end();
}, 90_000);

/** Asks until it is answered: the client comes back by itself a few times, and on a busy machine the start takes longer. */
async function persist<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AlthingError && error.retry) return persist(ask);
    throw error;
  }
}

test("an embedded PostgreSQL that dies is started again", async () => {
  const own = temporaryDataDir();
  const spawned = await spawnServer({ dataDir: own.dataDir, port: freePort() });
  const { ana, channel } = await openHarbour(spawned.url);
  const { id: roomId } = await channel("alone");
  const { id } = await ana.messages.sendMessage({ roomId, body: "Before" });
  const [pid] = readFileSync(join(own.dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  const after = await persist(() => ana.messages.sendMessage({ roomId, body: "After" }));
  const kept = await ana.messages.listMessages({ roomId });
  expect(kept.map((message) => message.id).slice(-2)).toEqual([id, after.id]);
  expect(await spawned.stop()).toBe(0);
  own.remove();
}, 60_000);
