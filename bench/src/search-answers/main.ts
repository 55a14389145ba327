/**
 * How well a fresh installation answers without a model: `bun bench/src/search-answers/main.ts <folder of .jsonl>`.
 * Brings the chat in through the import, asks the written questions, then asks again among a hundred thousand messages, and
 * writes docs/reports/search-answers.md and .json.
 */
import { join } from "node:path";
import { startEmbedded } from "@althing/server/embedded";
import { freePort, openHarbour, spawnServer, temporaryDataDir } from "@althing/testkit";
import { Pool } from "pg";
import { machine } from "../report.ts";
import { percentile } from "../statistics.ts";
import { type Asked, askAll } from "./ask.ts";
import { bringIn, fill, indexed } from "./bring-in.ts";
import { scoresOf, toMarkdown } from "./report.ts";

const manyMessages = 100_000;
const rounds = 3;
const reports = join(import.meta.dir, "../../../docs/reports");

const folder = process.argv[2];
if (!folder) {
  process.stderr.write("Say in which folder the chat is, such as ubuntu-irc with its ten .jsonl files.\n");
  process.exit(64);
}

const { dataDir, remove } = temporaryDataDir();
const embedded = await startEmbedded({ dataDir, settings: {}, log: () => undefined });
const database = new Pool({ connectionString: embedded.url, max: 1 });
const server = await spawnServer({
  dataDir: `${dataDir}/althing`,
  port: freePort(),
  settings: { DATABASE_URL: embedded.url },
});
try {
  const { ana, workspaceId } = await openHarbour(server.url);
  const messages = await bringIn(server, ana, folder);
  const passages = await indexed(database, messages);
  const few = await askOften(() => askAll(ana, workspaceId));
  await fill(database, manyMessages);
  const many = await askOften(() => askAll(ana, workspaceId));
  const found = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    messages,
    passages,
    scores: scoresOf(few.asked),
    latencies: [
      { messages: passages, ...few.spread },
      { messages: manyMessages, ...many.spread },
    ],
    asked: few.asked.map(({ milliseconds: _, ...one }) => one),
  };
  await Bun.write(join(reports, "search-answers.json"), `${JSON.stringify(found, null, 2)}\n`);
  await Bun.write(join(reports, "search-answers.md"), toMarkdown(found));
  process.stdout.write(toMarkdown(found));
} finally {
  await server.stop();
  await database.end();
  await embedded.stop();
  remove();
}

/** The first round warms up; the answers are those of the last. */
async function askOften(ask: () => Promise<Asked[]>) {
  let asked = await ask();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    asked = await ask();
    times.push(...asked.map(({ milliseconds }) => milliseconds));
  }
  const spread = { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99) };
  return { asked, spread };
}
