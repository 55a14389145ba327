/** What pgbench measures with 64 clients: each inserts one message by a prepared statement and waits for its commit. */
import { Client } from "pg";
import { words } from "../stage/chatter.ts";
import type { Stage } from "../stage/stage.ts";

const clients = 64;
const insert = {
  name: "insert",
  text: `insert into bare_messages (id, room_id, seq, kind, author_id, in_room, body, html, mentions, silent, stamp)
    values (uuidv7(), $1, $2, 'message', $1, true, $3, $4, '[]', false, $2)`,
};

/** Commits a second. */
export async function measureCommits(stage: Stage, seconds: number): Promise<number> {
  await stage.database.query("create table if not exists bare_messages (like messages including all)");
  const connected = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client({ connectionString: stage.connectionString });
      await client.connect();
      return client;
    }),
  );
  const roomId = crypto.randomUUID();
  const html = `<p>${words}</p>`;
  let seq = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  await Promise.all(
    connected.map(async (client) => {
      while (performance.now() < endsAt) await client.query({ ...insert, values: [roomId, ++seq, words, html] });
    }),
  );
  const rate = seq / ((performance.now() - startedAt) / 1_000);
  await Promise.all(connected.map((client) => client.end()));
  await stage.database.query("drop table bare_messages");
  return rate;
}
