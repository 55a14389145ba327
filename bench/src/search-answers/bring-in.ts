// A fresh server with all of the chat in it, brought in by the program that people use for it.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Person, SpawnedServer } from "@althing/testkit";
import type { Pool } from "pg";

const program = join(import.meta.dir, "../../../apps/cli/src/main.ts");

/** Gives how many messages came in. */
export async function bringIn(server: Pick<SpawnedServer, "url">, person: Person, folder: string): Promise<number> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => join(folder, name));
  const child = Bun.spawn([process.execPath, program, "import", "chat", ...files, "--room", "ubuntu", "--json"], {
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      ALTHING_URL: server.url,
      ALTHING_TOKEN: (await person.session.token()) ?? "",
    },
    stdout: "pipe",
    stderr: "inherit",
  });
  const report = JSON.parse(await new Response(child.stdout).text()) as { messages: number };
  return report.messages;
}

/** Waits until all that was said is in the index; gives how many passages there are. What has no weighty word is none. */
export async function indexed(database: Pool, messages: number): Promise<number> {
  const settled = 0.9 * messages;
  for (let last = -1; ; ) {
    const { rows } = await database.query<{ count: number }>("select count(*)::int as count from passages");
    const count = rows[0]?.count ?? 0;
    if (count === last && count >= settled) return count;
    last = count;
    await Bun.sleep(5_000);
  }
}

/** The same chat over and over, in the same room, until there are so many passages. */
export async function fill(database: Pool, count: number): Promise<void> {
  await database.query("create temp table chat as select * from passages");
  for (let present = 0; present < count; ) {
    await database.query(
      `insert into passages (message_id, room_id, root_id, author_id, seq, stamp, text, words)
       select uuidv7(), room_id, null, author_id, seq + 1000000, stamp, text, words from chat
       limit greatest(0, $1 - (select count(*) from passages))`,
      [count],
    );
    const { rows } = await database.query<{ count: number }>("select count(*)::int as count from passages");
    present = rows[0]?.count ?? count;
  }
  await database.query("vacuum analyze passages");
}
