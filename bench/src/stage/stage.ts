/**
 * What is measured: Althing as a process of its own over a PostgreSQL of the bench's, with the settings and the fsync of
 * the embedded one, so that rows can be put in and counted past the server, and the baseline commits to the same.
 */
import type { rooms } from "@althing/contract";
import { startEmbedded } from "@althing/server/embedded";
import {
  freePort,
  type Harbour,
  openHarbour,
  type Person,
  type SpawnedServer,
  spawnServer,
  temporaryDataDir,
} from "@althing/testkit";
import { Pool } from "pg";
import { Follower, type FollowerOptions } from "../load/follower.ts";

const peopleCount = 60;
const ticksPerSecond = 100;
/** More clients than Althing itself ever has, for the baseline. */
const settings = { max_connections: "120" };

export class Stage {
  readonly database: Pool;
  readonly people: readonly Person[];
  readonly harbour: Harbour;
  readonly #launch: () => Promise<SpawnedServer>;
  readonly #end: () => Promise<void>;
  #server: SpawnedServer;

  private constructor(parts: {
    database: Pool;
    people: readonly Person[];
    harbour: Harbour;
    server: SpawnedServer;
    launch: () => Promise<SpawnedServer>;
    end: () => Promise<void>;
  }) {
    this.database = parts.database;
    this.people = parts.people;
    this.harbour = parts.harbour;
    this.#server = parts.server;
    this.#launch = parts.launch;
    this.#end = parts.end;
  }

  /** With fewer people than sockets, people have several devices. */
  static async open(): Promise<Stage> {
    const { dataDir, remove } = temporaryDataDir();
    const embedded = await startEmbedded({ dataDir, settings, log: () => undefined });
    const port = freePort();
    const launch = () =>
      spawnServer({
        dataDir: `${dataDir}/althing`,
        port,
        settings: {
          DATABASE_URL: embedded.url,
          ALTHING_ENV: "development",
          ALTHING_SOCKETS_PER_ACCOUNT: "1000",
          ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1",
        },
      });
    const server = await launch();
    const harbour = await openHarbour(server.url);
    const people = [harbour.ana];
    while (people.length < peopleCount) {
      const names = Array.from({ length: 4 }, (_, index) => `Member${people.length + index}`);
      people.push(...(await Promise.all(names.map((name) => harbour.arrive(name)))));
    }
    const database = new Pool({ connectionString: embedded.url, max: 4 });
    const end = async () => {
      await database.end();
      await embedded.stop();
      remove();
    };
    return new Stage({ database, people, harbour, server, launch, end });
  }

  get url(): string {
    return this.#server.url;
  }

  get connectionString(): string {
    return String(this.database.options.connectionString);
  }

  get serverPid(): number {
    return this.#server.pid;
  }

  /** Starts the server anew, so that no scenario profits or suffers from the one before: nor from what that left to be read. */
  async restart(): Promise<void> {
    await this.#server.stop();
    await this.database.query(
      "update consumers set xid = (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text::xid8, feed = '~', seq = 0",
    );
    this.#server = await this.#launch();
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await this.#end();
  }

  /** A room of Ana's with the first `count` of the people, Ana among them. */
  async room(name: string, count: number): Promise<rooms.RoomId> {
    const { id } = await this.harbour.channel(
      `${name} ${crypto.randomUUID().slice(0, 8)}`,
      this.people.slice(1, count),
    );
    return id;
  }

  /** One of the people, for the index of a socket or a request. */
  person(index: number): Person {
    return this.people[index % this.people.length] as Person;
  }

  async tokens(count: number): Promise<string[]> {
    return Promise.all(this.people.slice(0, count).map(async (person) => (await person.session.token()) ?? ""));
  }

  async follow(person: Person, options: Pick<FollowerOptions, "feeds" | "onAck" | "onEvents">): Promise<Follower> {
    const { ticket } = await person.realtime.createTicket();
    return Follower.connect({ url: this.url, ticket, ...options });
  }

  /** How much the server's own process computed for each of the things that `work` counts, in microseconds. */
  async costOf(work: () => Promise<{ count: number; rates: number[] }>): Promise<{ rates: number[]; cost: string }> {
    const before = await processorSeconds(this.#server.pid);
    const { count, rates } = await work();
    const seconds = (await processorSeconds(this.#server.pid)) - before;
    return { rates, cost: `${((seconds * 1e6) / count).toFixed(0)} µs of the server's processor time for each` };
  }

  /** Waits until all that was committed has been heard by all, and gives the room's newest number. */
  async heard(followers: readonly Follower[], roomId: string): Promise<number> {
    const head = await this.head(roomId);
    const giveUpAt = performance.now() + 30_000;
    while (followers.some((follower) => follower.last < head)) {
      if (performance.now() > giveUpAt)
        throw new Error(`Not everyone heard ${head}: ${followers.map((one) => one.last)}`);
      await Bun.sleep(2);
    }
    return head;
  }

  async head(roomId: string): Promise<number> {
    const { rows } = await this.database.query("select head::int from feeds where feed = $1", [`room:${roomId}`]);
    return rows[0]?.head ?? 0;
  }
}

async function processorSeconds(pid: number): Promise<number> {
  const stat = await Bun.file(`/proc/${pid}/stat`).text();
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return (Number(user) + Number(system)) / ticksPerSecond;
}

export async function residentBytes(pid: number): Promise<number> {
  const status = await Bun.file(`/proc/${pid}/status`).text();
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1_024;
}
