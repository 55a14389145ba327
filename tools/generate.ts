/** Writes docs/reference from the code; with `--check`, only says what differs and what would break clients. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApiDocument } from "@althing/contract/openapi";
import { breakingChanges } from "./breaking.ts";
import { referenceFiles } from "./reference/files.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs/reference");
const published = join(folder, "published/openapi.json");

async function write(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(referenceFiles(root))) writeFileSync(join(folder, name), await make());
}

async function check(): Promise<string[]> {
  const differing: string[] = [];
  for (const [name, make] of Object.entries(referenceFiles(root))) {
    if (readIfThere(join(folder, name)) !== (await make()))
      differing.push(`docs/reference/${name} is not what bin/generate writes`);
  }
  const present = readIfThere(join(folder, "openapi.json"));
  const previous = readIfThere(published) ?? lastCommitted();
  if (!present || !previous) return differing;
  return [
    ...differing,
    ...breakingChanges(parse(previous), parse(present)).map((change) => `breaks clients: ${change}`),
  ];
}

const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** Before a first version is published, the commit before this one is what clients know. */
function lastCommitted(): string | undefined {
  const { status, stdout } = spawnSync("git", ["show", "HEAD~:docs/reference/openapi.json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : undefined;
}

const parse = (text: string): OpenApiDocument => JSON.parse(text) as OpenApiDocument;

if (process.argv.includes("--check")) {
  const problems = await check();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
} else {
  await write();
}
