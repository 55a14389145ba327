// Listens in on what a server says to its database, to count it and to ask for its plans.
import type { TestServer } from "@althing/testkit";
import type { PoolClient } from "pg";

export type Said = { name: string | undefined; text: string; values: unknown[] };

/** What the server does by itself, now and then. */
const background = /^(consumers|jobs|get_job|feeds\.(frontier|moved|settled)|places|runs\.(claim|renew))\b/;

/** From now on everything that is said, one list for each time that a connection was taken. */
export function listenIn({ database: { pool } }: TestServer) {
  const talks: Said[][] = [];
  const connect = pool.connect.bind(pool) as (callback?: unknown) => Promise<PoolClient>;
  pool.connect = (async (callback?: unknown) => {
    if (callback) return connect(callback);
    const client = await connect();
    const talk: Said[] = [];
    talks.push(talk);
    const { query, release } = client;
    client.query = ((asked: string | Said, values?: unknown[]) => {
      talk.push(typeof asked === "string" ? { name: undefined, text: asked, values: values ?? [] } : asked);
      return (query as (...given: unknown[]) => unknown).call(client, asked, values);
    }) as typeof query;
    client.release = (broken) => {
      client.query = query;
      release(broken);
    };
    return client;
  }) as typeof pool.connect;
  // A transaction that has said nothing but that it begins is one of the background, just begun.
  const hasBegun = (talk: Said[]) => talk.some(({ text }) => text !== "begin");
  const relevant = () =>
    talks.filter((talk) => hasBegun(talk) && !talk.some(({ name }) => name && background.test(name)));
  return {
    /** What was said while something happened, without what the server does by itself. */
    async during<T>(work: () => Promise<T>): Promise<{ result: T; talks: Said[][]; statements: string[] }> {
      talks.length = 0;
      const result = await work();
      const heard = relevant();
      return { result, talks: heard, statements: heard.flat().map(({ name, text }) => name ?? text) };
    },
    /** The last time that a named statement was said. */
    last: (name: string): Said | undefined => talks.flat().findLast((said) => said.name === name),
  };
}
