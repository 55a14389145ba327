// One connection in use: typed queries through Kysely for most, named prepared statements for the hot ones.
import { Kysely, PostgresDialect } from "kysely";
import type { PoolClient, QueryConfig, QueryResult } from "pg";

/** A statement that PostgreSQL plans once a connection; its name must be unique in the program. */
export type Statement = { readonly name: string; readonly text: string /** Or locks. */; readonly writes: boolean };

export const defineStatement = (name: string, text: string): Statement => ({
  name,
  text,
  writes: /\b(insert|update|delete)\b/i.test(text),
});

export class Session {
  readonly #connect: () => Promise<PoolClient>;
  readonly #observe: (name: string, startedAt: number) => void;
  #opening: string | undefined;
  #opened: Promise<unknown> | undefined;
  #kysely: Kysely<unknown> | undefined;
  /** How many statements this session has run: asserted in tests of hot paths. */
  queryCount = 0;

  /**
   * The connection is taken from the pool by the first statement: what is answered from memory needs none. `opening` is
   * sent along with that statement, not before it, which saves waiting once in each transaction.
   */
  constructor(
    connect: () => Promise<PoolClient>,
    observe: (name: string, startedAt: number) => void,
    opening?: string,
  ) {
    this.#connect = connect;
    this.#observe = observe;
    this.#opening = opening;
  }

  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const { name, text } = statement;
    return (await this.#observed(name, { name, text, values: values as unknown[] })).rows as Row[];
  }

  async run(text: string): Promise<void> {
    await this.#send({ text });
  }

  /** Ends what `opening` began, if anything was asked since. */
  async close(text: string): Promise<void> {
    if (this.#opened === undefined) return;
    await this.#opened;
    await this.#send({ text });
  }

  /** The typed query builder over this very connection, seen as the tables of the asker. */
  kysely<Tables>(): Kysely<Tables> {
    this.#kysely ??= new Kysely<unknown>({ dialect: new PostgresDialect({ pool: this.#asPool() }) });
    return this.#kysely as unknown as Kysely<Tables>;
  }

  #asPool() {
    const client = {
      query: (text: string, values: unknown[]) => this.#observed("builder", { text, values }),
      release: () => undefined,
    };
    return { connect: async () => client, end: async () => undefined, options: {} } as never;
  }

  async #observed(name: string, config: QueryConfig): Promise<QueryResult> {
    const startedAt = performance.now();
    this.queryCount++;
    try {
      return await this.#send(config);
    } finally {
      this.#observe(name, startedAt);
    }
  }

  async #send(config: QueryConfig): Promise<QueryResult> {
    const client = await this.#connect();
    if (this.#opening !== undefined) {
      this.#opened = client.query(this.#opening);
      this.#opening = undefined;
      // Whoever closes is told; until then the statements behind it fail as well.
      this.#opened.catch(() => undefined);
    }
    return client.query(config);
  }
}
