/** What a room with messages loads before it is seen must stay within its budget, whoever adds what. Reads what was built. */
import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import budgets from "../../../bench/budgets.json" with { type: "json" };

const dist = join(import.meta.dir, "../dist");
const assets = join(dist, "assets");

/** A file with all that it cannot be run without. */
function collect(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const source = readFileSync(join(assets, name), "utf8");
  for (const [, next = ""] of source.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) collect(next, found);
  return found;
}

test.skipIf(!existsSync(dist))("the script of the first screen keeps to its budget", () => {
  const entry = /src="\/assets\/([\w.-]+\.js)"/.exec(readFileSync(join(dist, "index.html"), "utf8"))?.[1] ?? "";
  const named = readdirSync(assets).filter((name) => /^(?:first-screen|texts-en)-[\w-]+\.js$/.test(name));
  expect(named).toHaveLength(2);
  const files = [entry, ...named].reduce((found, name) => collect(name, found), new Set<string>());
  const sizes = [...files].map(
    (name) => [name, gzipSync(readFileSync(join(assets, name)), { level: 9 }).length] as const,
  );
  const kilobytes = sizes.reduce((sum, [, size]) => sum + size, 0) / 1_024;
  expect(kilobytes, JSON.stringify(sizes)).toBeLessThanOrEqual(budgets["web: script"].atMost);
});
