// The browser of the journeys: ALTHING_CHROMIUM, or one that is installed, or on Debian as root one that is installed now.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const packages = ["chromium", "fonts-noto-color-emoji"];

/** The path of the browser; undefined, after saying why, where there is none. */
export function findChromium() {
  const given = process.env.ALTHING_CHROMIUM;
  if (given) return existsSync(given) ? given : refuse(`ALTHING_CHROMIUM names ${given}, which does not exist.`);
  const found = places.find(existsSync);
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return found ?? refuse("The journeys need Chromium. Install it, or set ALTHING_CHROMIUM to the path of one.");
  console.log("Installing Chromium for the journeys through a browser. This happens once and takes about a minute.");
  const isDone = apt("update") && apt("install", "--yes", "--no-install-recommends", ...packages);
  return isDone ? places.find(existsSync) : refuse("Chromium could not be installed; apt-get's reason stands above.");
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

function refuse(sentence) {
  console.error(sentence);
}
