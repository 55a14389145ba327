import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs what package-lock.json names, unless exactly that is installed. */
export function ensureInstalled() {
  requireNode(20, 19);
  if (isInstalled()) return;
  console.error("Installing what Althing is made of. This happens once and takes about a minute.");
  // Not `npm ci`: it refuses a lock file that lacks the parts for other platforms, and not every registry holds those.
  const npm = spawnSync(
    "npm",
    ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel", "error"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (npm.error) stop(`npm could not be run (${npm.error.message}). Install npm, then try again.`);
  if (npm.status !== 0)
    stop("The installation failed; npm's reason stands above. Repair that, then run bin/setup again.");
}

function requireNode(major, minor) {
  const [foundMajor = 0, foundMinor = 0] = process.versions.node.split(".").map(Number);
  if (foundMajor > major || (foundMajor === major && foundMinor >= minor)) return;
  stop(`Althing needs Node ${major}.${minor} or later, and this is Node ${process.versions.node}.`);
}

/** npm ends an installation by writing what it installed, so its own record is the stamp: an interrupted one has none. */
function isInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(([path, wanted]) => {
    if (!path.includes("node_modules/")) return true;
    const found = installed[path];
    // Parts for other platforms are optional, and an operator may have left the development parts out.
    return found ? found.version === wanted.version : wanted.optional || wanted.dev || wanted.devOptional;
  });
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
