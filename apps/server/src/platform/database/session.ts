// One connection in use: typed queries through Kysely for most, named prepared statements for the hot ones.
import { Kysely, PostgresDialect } from "kysely";
import type { PoolClient } from "pg";

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
  #kysely: Kysely<unknown> | undefined;
  /** How many statements this session has run: asserted in tests of hot paths. */
  queryCount = 0;

  /** The connection is taken from the pool by the first statement: what is answered from memory needs none. */
  constructor(connect: () => Promise<PoolClient>, observe: (name: string, startedAt: number) => void) {
    this.#connect = connect;
    this.#observe = observe;
  }

  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const startedAt = performance.now();
    this.queryCount++;
    try {
      const client = await this.#connect();
      const { name, text } = statement;
      const result = await client.query({ name, text, values: values as unknown[] });
      return result.rows as Row[];
    } finally {
      this.#observe(statement.name, startedAt);
    }
  }

  async run(text: string): Promise<void> {
    await (await this.#connect()).query(text);
  }

  /** The typed query builder over this very connection, seen as the tables of the asker. */
  kysely<Tables>(): Kysely<Tables> {
    this.#kysely ??= new Kysely<unknown>({ dialect: new PostgresDialect({ pool: this.#asPool() }) });
    return this.#kysely as unknown as Kysely<Tables>;
  }

  #asPool() {
    const client = {
      query: async (text: string, values: unknown[]) => {
        const startedAt = performance.now();
        this.queryCount++;
        try {
          return await (await this.#connect()).query(text, values);
        } finally {
          this.#observe("builder", startedAt);
        }
      },
      release: () => undefined,
    };
    return { connect: async () => client, end: async () => undefined, options: {} } as never;
  }
}
