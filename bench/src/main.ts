// The bench: `npm run bench -- [scenario…] [--quick] [--messages 1000000] [--check]`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import budgets from "../budgets.json" with { type: "json" };
import { type Judged, machine, toMarkdown, toNotes, toTable } from "./report.ts";
import { type Goal, isMet, type Options, type Scenario } from "./result.ts";
import { coldStart } from "./scenarios/cold-start.ts";
import { fanOut } from "./scenarios/fan-out.ts";
import { firstToken } from "./scenarios/first-token.ts";
import { idle } from "./scenarios/idle.ts";
import { indexMessages } from "./scenarios/index-messages.ts";
import { latency } from "./scenarios/latency.ts";
import { openRoom } from "./scenarios/open-room.ts";
import { postMessage } from "./scenarios/post-message.ts";
import { resume } from "./scenarios/resume.ts";
import { roomList } from "./scenarios/room-list.ts";
import { sendMessage } from "./scenarios/send-message.ts";
import { manyStreams } from "./scenarios/streams.ts";
import { web } from "./scenarios/web.ts";
import { Stage } from "./stage/stage.ts";

const scenarios: readonly Scenario[] = [
  sendMessage,
  indexMessages,
  postMessage,
  fanOut,
  latency,
  openRoom,
  roomList,
  resume,
  firstToken,
  manyStreams,
  idle,
  coldStart,
  web,
];
const reports = join(import.meta.dir, "../../docs/reports");

const { values: flags, positionals: names } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    messages: { type: "string" },
  },
});

const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(", ")}; there is ${scenarios.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exit(64);
}

const options: Options = {
  rounds: 3,
  seconds: flags.quick ? 3 : 8,
  messages: Number(flags.messages ?? (flags.quick ? 100_000 : 1_000_000)),
};
const results = await runAll(scenarios.filter(({ name }) => names.length === 0 || names.includes(name)));
process.stdout.write(`\n${toTable(results)}\n\n${toNotes(results)}\n`);
if (names.length === 0) await write(results);
process.exit(flags.check ? check(results) : 0);

async function runAll(chosen: readonly Scenario[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  const stage = await Stage.open();
  try {
    for (const { name, goals, run } of chosen) {
      process.stderr.write(`${name} …\n`);
      await stage.restart();
      const found = await run(stage, options);
      judged.push(...found.map((result) => ({ ...result, goal: goals[result.name] })));
    }
  } finally {
    await stage.close();
  }
  return judged;
}

async function write(judged: readonly Judged[]): Promise<void> {
  mkdirSync(reports, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  await Bun.write(join(reports, "bench.md"), toMarkdown(judged, date));
  await Bun.write(
    join(reports, "bench.json"),
    `${JSON.stringify({ date, machine, options, results: judged }, null, 2)}\n`,
  );
}

/** Holds the results to budgets.json, which is looser than the goals, to bear the noise of shared machines. */
function check(judged: readonly Judged[]): number {
  const held: Readonly<Record<string, Goal>> = budgets;
  const broken = judged.filter((result) => isMet(result, held[result.name]) === false);
  for (const { name } of broken) process.stderr.write(`${name} breaks its budget: ${JSON.stringify(held[name])}\n`);
  return broken.length > 0 ? 1 : 0;
}
