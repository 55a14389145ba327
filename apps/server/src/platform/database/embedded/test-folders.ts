import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Log } from "./log-lines.ts";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded.ts";

export const silent: Log = () => {};

/** Folders of one test file. Copies of an initialised one are cheaper than making each anew. */
export function createTestFolders() {
  const root = mkdtempSync(join(tmpdir(), "althing-test-"));
  chmodSync(root, 0o711);
  const initialised = join(root, "initialised");
  let count = 0;
  const fresh = () => join(root, `${count++}`);
  return {
    fresh,
    async initialise() {
      const database = await startEmbedded({ dataDir: initialised, log: silent });
      await query(database, "CREATE TABLE words (word text)");
      await database.stop();
    },
    copy(name?: string) {
      const folder = name ? join(root, name) : fresh();
      Bun.spawnSync(["cp", "-a", initialised, folder]);
      return folder;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export async function query(database: Pick<EmbeddedDatabase, "connection">, sql: string): Promise<unknown[]> {
  const client = new Client(database.connection);
  client.on("error", () => {});
  await client.connect();
  const result = await client.query({ text: sql, rowMode: "array" });
  await client.end();
  return result.rows.flat();
}

/** An Althing of its own process, which can be killed. Resolves when its database is ready. */
export async function startElsewhere(dataDir: string) {
  const source = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dir, "start-embedded.ts"))};
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} });
    console.log(JSON.stringify({ pid: database.pid, connection: database.connection }));
    process.stdin.once("data", () => process.exit(0));`;
  const althing = Bun.spawn([process.execPath, "-e", source], { stdin: "pipe", stdout: "pipe", stderr: "inherit" });
  const { value } = await althing.stdout.getReader().read();
  const database: Pick<EmbeddedDatabase, "pid" | "connection"> = JSON.parse(new TextDecoder().decode(value));
  return { althing, database };
}
