// One connection in use: typed queries through Kysely for most, named prepared statements for the hot ones.
import { Kysely, PostgresDialect } from "kysely";
import type { PoolClient } from "pg";

/** A statement that PostgreSQL plans once a connection; its name must be unique in the program. */
export type Statement = { readonly name: string; readonly text: string; readonly writes: boolean };

export const defineStatement = (name: string, text: string): Statement => ({
  name,
  text,
  // What only locks reads what others have committed.
  writes: /\b(insert|(?<!for )(?<!for no key )update|delete)\b/i.test(text),
});

export class Session {
  readonly #connect: () => Promise<PoolClient>;
  readonly #observe: (name: string, startedAt: number) => void;
  #kysely: Kysely<unknown> | undefined;
  #isOver = false;
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
      const { name, text } = statement;
      const { rows } = await this.#send((client) => client.query({ name, text, values: values as unknown[] }));
      return rows as Row[];
    } finally {
      this.#observe(statement.name, startedAt);
    }
  }

  async run(text: string): Promise<void> {
    await this.#send((client) => client.query(text));
  }

  /** From now on nothing is sent: what one of several at a time still had to say must not fall into another's transaction. */
  end(): void {
    this.#isOver = true;
  }

  /** The typed query builder over this very connection, seen as the tables of the asker. */
  kysely<Tables>(): Kysely<Tables> {
    this.#kysely ??= new Kysely<unknown>({ dialect: new PostgresDialect({ pool: this.#asPool() }) });
    return this.#kysely as unknown as Kysely<Tables>;
  }

  /** Statements of a session may be on their way together: the database takes them in the order in which they were sent. */
  async #send<T>(send: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    if (this.#isOver) throw new Error("A statement came after the end of its transaction");
    return send(client);
  }

  #asPool() {
    const client = {
      query: async (text: string, values: unknown[]) => {
        const startedAt = performance.now();
        this.queryCount++;
        try {
          return await this.#send((one) => one.query(text, values));
        } finally {
          this.#observe("builder", startedAt);
        }
      },
      release: () => undefined,
    };
    return { connect: async () => client, end: async () => undefined, options: {} } as never;
  }
}
