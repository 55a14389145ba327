// The pool and its two doors: `read` gives a consistent snapshot, `write` a transaction that commits or leaves nothing.
import { setTimeout as delay } from "node:timers/promises";
import { Pool, type PoolClient, types } from "pg";
import type { Log } from "../telemetry/index.ts";
import { type DatabaseFault, faultOf } from "./fault.ts";
import { Session } from "./session.ts";

export type ConnectionSettings = { connectionString: string } | Record<string, unknown>;

export type DatabaseOptions = {
  connection: ConnectionSettings;
  poolSize: number;
  log: Log;
  onQuery?: (name: string, milliseconds: number) => void;
  onRetry?: (fault: DatabaseFault) => void;
};

/** The commit was sent and its answer never came: it may have happened. Whoever cares must look. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super("The connection was lost while committing", { cause });
  }
}

/** The database cannot be reached or is overloaded; nothing was changed. */
export class DatabaseUnavailable extends Error {
  constructor(
    readonly fault: DatabaseFault,
    cause: unknown,
  ) {
    super("The database is not available", { cause });
  }
}

const statementTimeoutMs = 5_000;
const lockTimeoutMs = 2_000;
const attempts = 4;
const beginReading = "begin isolation level repeatable read read only";

// Numbers above 2^53 do not occur in our int8 columns: heads count events, stamps count microseconds since 1970.
types.setTypeParser(types.builtins.INT8, Number);

export class Database {
  readonly pool: Pool;
  readonly #log: Log;
  readonly #observe: (name: string, startedAt: number) => void;
  readonly #onRetry: (fault: DatabaseFault) => void;

  constructor(options: DatabaseOptions) {
    this.#log = options.log;
    this.#onRetry = options.onRetry ?? (() => undefined);
    const { onQuery } = options;
    this.#observe = onQuery ? (name, startedAt) => onQuery(name, performance.now() - startedAt) : () => undefined;
    this.pool = new Pool({
      ...options.connection,
      max: options.poolSize,
      // What does not depend on an answer is not held back until it came.
      pipeline: true,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
      application_name: "althing",
      options: `-c statement_timeout=${statementTimeoutMs} -c lock_timeout=${lockTimeoutMs} -c idle_in_transaction_session_timeout=10000 -c timezone=UTC`,
    });
    // Not the error itself: the driver hangs the whole client on it.
    this.pool.on("error", ({ message }) => this.#log.warn({ reason: message }, "An idle database connection was lost"));
    // A checked-out client without a listener would bring the process down when its connection breaks.
    this.pool.on("connect", (client) => client.on("error", () => undefined));
  }

  /** One statement or few that need no common snapshot. */
  async query<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#retrying(() => this.#withSession(work));
  }

  /** Several statements that see the same moment. Nothing can be written. */
  async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#retrying(() =>
      this.#withSession(async (session) => {
        const [, result] = await Promise.all([session.run(beginReading), work(session)]);
        await session.run("commit");
        return result;
      }),
    );
  }

  /**
   * A transaction. It is tried again after a conflict, so `work` must be free of effects outside of it.
   * Throws CommitUnknown when the answer to the commit was lost.
   */
  async write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#retrying(() =>
      this.#withSession(async (session) => {
        const [, result] = await Promise.all([session.run("begin"), work(session)]);
        try {
          await session.run("commit");
        } catch (error) {
          throw faultOf(error) === "connection" ? new CommitUnknown(error) : error;
        }
        return result;
      }),
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  async #withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    let taken: Promise<PoolClient> | undefined;
    let isBroken = false;
    const connect = () => {
      taken ??= this.pool.connect();
      return taken;
    };
    const session = new Session(connect, this.#observe);
    try {
      return await work(session);
    } catch (error) {
      session.end();
      isBroken = !(await rolledBack(taken, error));
      throw error;
    } finally {
      session.end();
      await taken?.then(
        (client) => client.release(isBroken),
        () => undefined,
      );
    }
  }

  async #retrying<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await attempt();
      } catch (error) {
        if (error instanceof CommitUnknown) throw error;
        const fault = faultOf(error);
        if (fault === "other" || fault === "unique") throw error;
        if (tried === attempts || fault === "full" || fault === "timeout") throw new DatabaseUnavailable(fault, error);
        this.#onRetry(fault);
        await delay(Math.random() * 25 * 2 ** tried);
      }
    }
  }
}

async function rolledBack(taken: Promise<PoolClient> | undefined, error: unknown): Promise<boolean> {
  if (error instanceof CommitUnknown || faultOf(error) === "connection") return false;
  try {
    await (await taken)?.query("rollback");
    return true;
  } catch {
    return false;
  }
}
