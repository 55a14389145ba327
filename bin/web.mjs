#!/usr/bin/env node
// Builds the web app, unless what was built is made of exactly what lies here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, root } from "./install.mjs";

const web = join(root, "apps/web");
const dist = join(web, "dist");
const stampFile = join(dist, ".stamp");
const vite = join(root, "node_modules/vite/bin/vite.js");
const sources = [
  "apps/web/build",
  "apps/web/index.html",
  "apps/web/package.json",
  "apps/web/public",
  "apps/web/src",
  "apps/web/vite.config.ts",
  "package-lock.json",
  "packages/contract/src",
  "packages/sdk/src",
];

export function ensureWebBuilt() {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  if (existsSync(vite)) return build(stamp);
  // An installation without the development parts serves what was built before they were left out.
  if (!existsSync(dist)) console.error("The web app is not built, for want of Vite: npm install --include=dev");
  else console.error("The web app is served as it was built, though its sources changed since.");
}

/** Beside the old one first: a server that starts meanwhile finds a whole build, and an interrupted one leaves the old. */
function build(stamp) {
  console.error("Building the web app. This happens when it changed, and takes some seconds.");
  const fresh = join(root, ".cache/web", String(process.pid));
  const { status } = spawnSync(
    process.execPath,
    [vite, "build", "--outDir", fresh, "--emptyOutDir", "--logLevel", "error"],
    {
      cwd: web,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(join(fresh, ".stamp"), stamp);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

function stampOfSources() {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  ensureWebBuilt();
}
