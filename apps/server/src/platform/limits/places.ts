/**
 * How much of something each account holds at all servers together, such as open sockets. Every server writes its own counts
 * and keeps a lease; the counts of a server whose lease has run out are as if they were not, so one that was killed holds nothing.
 */
import { type Database, defineMigration, defineStatement, type Session } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";

const leaseSeconds = 6;
const renewEveryMs = 2_000;

// Not logged: after a crash of the database they are empty, and each server writes its counts again.
export const placeMigrations = [
  defineMigration("limits.001_places", {
    up: [
      "create unlogged table place_servers (server_id text primary key, lease_until timestamptz not null)",
      "create unlogged table places (account_id uuid primary key, counts jsonb not null)",
    ],
    down: ["drop table places", "drop table place_servers"],
  }),
];

const renew = defineStatement(
  "places.renew",
  `insert into place_servers (server_id, lease_until) values ($1, now() + $2 * interval '1 second')
   on conflict (server_id) do update set lease_until = excluded.lease_until returning xmax = 0 as "isNew"`,
);
const leave = defineStatement("places.leave", "delete from place_servers where server_id = $1");
const leaveOthers = defineStatement("places.leave_others", "delete from place_servers where server_id <> $1");
/** One row an account, locked while it is changed: of two servers that ask at once, the second sees what the first took. */
const write = defineStatement(
  "places.write",
  `insert into places as held (account_id, counts)
   select account_id, jsonb_build_object($1::text, count)
   from unnest($2::uuid[], $3::int[]) as t (account_id, count) order by account_id
   on conflict (account_id) do update set counts = (
     select coalesce(jsonb_object_agg(server, count), '{}') from jsonb_each(held.counts || excluded.counts) as t (server, count)
     where count <> '0' and (server = $1 or exists (
       select from place_servers s where s.server_id = server and s.lease_until > now())))
   returning account_id as "accountId", (select coalesce(sum(value::int), 0) from jsonb_each_text(counts))::int as total`,
);
const forgetEmpty = defineStatement("places.forget_empty", "delete from places where counts = '{}'");

export async function forgetEmptyPlaces(session: Session): Promise<void> {
  await session.query(forgetEmpty);
}

type Asker = { limit: number; decided: PromiseWithResolvers<boolean> };

export class Places {
  readonly #database: Database;
  readonly #log: Log;
  readonly #server = crypto.randomUUID();
  readonly #held = new Map<string, number>();
  readonly #askers = new Map<string, Asker[]>();
  /** Accounts whose count is not yet written. */
  readonly #changed = new Set<string>();
  #writing: Promise<void> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(parts: { database: Database; log: Log }) {
    this.#database = parts.database;
    this.#log = parts.log;
  }

  /** A server that is alone with its database need not wait until the leases of its killed predecessors have run out. */
  async start({ isAlone }: { isAlone: boolean }): Promise<void> {
    if (isAlone) await this.#database.query((session) => session.query(leaveOthers, [this.#server]));
    await this.renew();
    this.#timer = setInterval(() => void this.renew().catch((error) => this.#warn(error)), renewEveryMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.#database
      .query((session) => session.query(leave, [this.#server]))
      .catch((error: unknown) => this.#warn(error));
  }

  /** One place more for an account; false where it would be above the limit. Either way it is given back by `release`. */
  take(accountId: string, limit: number): Promise<boolean> {
    const decided = Promise.withResolvers<boolean>();
    this.#askers.set(accountId, [...(this.#askers.get(accountId) ?? []), { limit, decided }]);
    this.#change(accountId, 1);
    return decided.promise;
  }

  /** Nobody waits for it: it is written soon. */
  release(accountId: string): void {
    this.#change(accountId, -1);
  }

  #change(accountId: string, by: 1 | -1): void {
    const count = (this.#held.get(accountId) ?? 0) + by;
    if (count === 0) this.#held.delete(accountId);
    else this.#held.set(accountId, count);
    this.#changed.add(accountId);
    this.#begin();
  }

  #begin(): void {
    this.#writing ??= this.#writeChanges().finally(() => {
      this.#writing = undefined;
    });
  }

  /** What changes while one statement is under way goes into the next, so a crowd at the door costs few. */
  async #writeChanges(): Promise<void> {
    for (await Promise.resolve(); this.#changed.size > 0; ) {
      const accountIds = [...this.#changed];
      const counts = accountIds.map((accountId) => this.#held.get(accountId) ?? 0);
      const asking = new Map(accountIds.map((accountId) => [accountId, this.#askers.get(accountId) ?? []]));
      this.#changed.clear();
      this.#askers.clear();
      try {
        const rows = await this.#database.query((session) =>
          session.query<{ accountId: string; total: number }>(write, [this.#server, accountIds, counts]),
        );
        for (const { accountId, total } of rows) decide(asking.get(accountId), total);
      } catch (error) {
        for (const { decided } of [...asking.values()].flat()) decided.reject(error);
        for (const accountId of accountIds) this.#changed.add(accountId);
        return this.#warn(error);
      }
    }
  }

  /** Keeps the lease; where it was lost with all that was written, everything is written again. */
  async renew(): Promise<void> {
    const [row] = await this.#database.query((session) =>
      session.query<{ isNew: boolean }>(renew, [this.#server, leaseSeconds]),
    );
    if (row?.isNew) for (const accountId of this.#held.keys()) this.#changed.add(accountId);
    if (this.#changed.size > 0) this.#begin();
    await this.#writing;
  }

  #warn(error: unknown): void {
    this.#log.warn(
      { err: error },
      "The places that accounts hold could not be written; they will be with the next renewal of the lease",
    );
  }
}

/** Of those who asked at once, the last are too many. */
function decide(askers: readonly Asker[] = [], total: number): void {
  for (const [index, { limit, decided }] of askers.entries()) {
    decided.resolve(total - (askers.length - 1 - index) <= limit);
  }
}
