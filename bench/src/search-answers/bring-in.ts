// A fresh server with all of the chat in it, brought in by the program that people use for it.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Person, SpawnedServer } from "@althing/testkit";

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

/** Waits until no more of what was said last comes into the index. */
export async function indexed(countPassages: () => Promise<number>): Promise<number> {
  let last = -1;
  for (let count = await countPassages(); count !== last; count = await countPassages()) {
    last = count;
    await Bun.sleep(3_000);
  }
  return last;
}
