/**
 * Runs the tests beside one PostgreSQL for all of them: run-tests.ts [--coverage] [part of a file's path …].
 * Leaves their report in .cache/tests/junit.xml.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { coverageOf } from "./coverage.ts";
import { adminVariable, startTestPostgres } from "./start-postgres.ts";
import { completeReport } from "./test-report.ts";

const root = join(import.meta.dir, "../../..");
const cache = join(root, ".cache/tests");
const reportPath = join(cache, "junit.xml");
const coverageFolder = join(root, "coverage");

const { values: flags, positionals: filters } = parseArgs({
  options: { coverage: { type: "boolean", default: false } },
  allowPositionals: true,
});

// A terminal's Ctrl-C reaches Bun's tests by itself; others send their signal only here. Either way all is cleared away.
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());

process.exitCode = await runTests();

async function runTests(): Promise<number> {
  mkdirSync(cache, { recursive: true });
  rmSync(reportPath, { force: true });
  const files = findTests();
  if (files.length === 0) {
    process.stderr.write(`There is no test file${filters.map((filter) => ` ${filter}`).join(" or")}.\n`);
    return 1;
  }
  const postgres = await startTestPostgres();
  try {
    if (stopping.signal.aborted) return 130;
    const exitCode = await runBun(files, { [adminVariable]: postgres.adminUrl, TMPDIR: postgres.scratchDir });
    if (stopping.signal.aborted) return 130;
    const missing = completeReport({ reportPath, files, exitCode });
    for (const text of missing) process.stderr.write(`${text}\n`);
    if (flags.coverage) process.stdout.write(`${coverageOf(root, join(coverageFolder, "lcov.info"))}\n`);
    return exitCode === 0 && missing.length === 0 ? 0 : 1;
  } finally {
    await postgres.stop();
  }
}

/** All tests but the journeys through a browser, which have a runner of their own. */
function findTests(): string[] {
  return [...new Bun.Glob("{packages,apps,bench,tools}/**/*.test.{ts,tsx}").scanSync({ cwd: root })]
    .filter((file) => !/\/(node_modules|e2e)\//.test(file))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort();
}

function runBun(files: readonly string[], env: Record<string, string>): Promise<number> {
  const options = [
    "--parallel=2",
    "--only-failures",
    "--timeout=20000",
    "--reporter=junit",
    `--reporter-outfile=${reportPath}`,
    `--timings=${join(cache, "timings.json")}`,
    "--update-timings",
    ...(flags.coverage ? ["--coverage", "--coverage-reporter=lcov", `--coverage-dir=${coverageFolder}`] : []),
  ];
  const bun = Bun.spawn([process.execPath, "test", ...options, ...files.map((file) => `./${file}`)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    signal: stopping.signal,
  });
  return bun.exited;
}
