// The checks that CI and people run: each is a program that says nothing is wrong by ending with 0.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBun } from "./bun.mjs";
import { findChromium } from "./chromium.mjs";
import { root } from "./install.mjs";

const node = process.execPath;
const reports = join(root, ".cache/tests");
const inModules = (path) => join(root, "node_modules", path);

export const built = { title: "the web app builds", command: () => [node, join(root, "bin/web.mjs")] };
export const types = { title: "types", command: () => [node, inModules("typescript/bin/tsc"), "-p", "tsconfig.json"] };
export const lint = { title: "lint and format", command: () => [node, inModules("@biomejs/biome/bin/biome"), "ci"] };
export const floors = { title: "floors", command: () => [findBun(), join(root, "bin/floors.mjs")] };
export const unused = {
  title: "unused files and exports",
  command: () => [findBun(), inModules("knip/bin/knip.js"), "--no-progress", "--no-config-hints"],
};
export const generated = {
  title: "generated files are up to date",
  command: () => [node, join(root, "bin/generate"), "--check"],
  skipped: () => !existsSync(join(root, "bin/generate")) && "there is no bin/generate yet",
};

/** Runs one check after another, all of them, and gives how many passed and failed. */
export async function runChecks(checks) {
  const counts = { passed: 0, failed: 0, failures: [] };
  for (const { title, command, skipped } of checks) {
    const reason = skipped?.();
    if (reason) {
      console.log(`- ${title}: skipped, ${reason}`);
      continue;
    }
    const { code, output, seconds } = await run(command(), "pipe");
    console.log(`${code === 0 ? "✔" : "✘"} ${title} (${seconds} s)`);
    if (code !== 0) console.log(output.trimEnd());
    counts[code === 0 ? "passed" : "failed"]++;
    if (code !== 0) counts.failures.push(title);
  }
  return counts;
}

/** Runs the tests, which speak for themselves, and counts what their report says. */
export async function runTests(args) {
  return runReported("tests", "junit.xml", [findBun(), join(root, "packages/testkit/src/run-tests.ts"), ...args]);
}

/** Runs the journeys through a browser, those of the named files or all. */
export async function runJourneys(files) {
  const chromium = findChromium();
  if (!chromium) return { passed: 0, failed: 1, failures: ["journeys: there is no browser"] };
  const command = [
    node,
    inModules("@playwright/test/cli.js"),
    "test",
    "--config",
    "apps/web",
    // Written as one, else the paths behind it are taken for more projects.
    "--project=journeys",
    ...files,
  ];
  return runReported("journeys", "journeys.xml", command, { ALTHING_CHROMIUM: chromium });
}

async function runReported(title, file, command, env) {
  const report = join(reports, file);
  rmSync(report, { force: true });
  const { code, seconds } = await run(command, "inherit", env);
  const counts = countReport(report);
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) {
    counts.failed = 1;
    counts.failures.push(`${title}: ended with ${code} and ${counts.passed} passed`);
  }
  console.log(`${counts.failed === 0 ? "✔" : "✘"} ${title} (${seconds} s)`);
  return counts;
}

/** What a report says. One that is not whole, or holds no test, says that nothing passed. */
function countReport(report) {
  const xml = existsSync(report) ? readFileSync(report, "utf8").trimEnd() : "";
  const [, ...cases] = xml.endsWith("</testsuites>") ? xml.split("<testcase ") : [];
  const failures = cases.filter((each) => /<(failure|error)\b/.test(each)).map(nameOf);
  const skipped = cases.filter((each) => each.includes("<skipped")).map(nameOf);
  for (const name of skipped) console.log(`- ${name}: skipped`);
  return { passed: cases.length - failures.length - skipped.length, failed: failures.length, failures };
}

function nameOf(testcase) {
  const [, name] = /\bname="([^"]*)"/.exec(testcase) ?? [];
  const [, file] = /\b(?:file|classname)="([^"]*)"/.exec(testcase) ?? [];
  return file ? `${file}: ${name}` : name;
}

/** What failed, by name, then the last line of a run, and its exit code. */
export function conclude(...all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  for (const failure of all.flatMap(({ failures }) => failures)) console.log(`✘ ${failure}`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
let interrupted = false;

async function run([program, ...args], output, env = {}) {
  const startedAt = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
  });
  const stop = (signal) => {
    interrupted = true;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, stop);
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  for (const signal of signals) process.off(signal, stop);
  // What was told to stop has said nothing about whether it works.
  if (interrupted) process.exit(130);
  return {
    code,
    output: Buffer.concat(chunks).toString(),
    seconds: ((performance.now() - startedAt) / 1_000).toFixed(1),
  };
}
