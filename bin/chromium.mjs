// The browser of the journeys: ALTHING_CHROMIUM, or on Debian as root one that is installed now, or any that is there.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename } from "node:path";

/** Chromium without the windows that nobody sees: journeys take two thirds of the time with it. */
const shell = "/usr/bin/chromium-headless-shell";
const whole = "/usr/bin/chromium";
const places = [
  shell,
  whole,
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** The path of the browser; undefined, after saying why, where there is none. */
export function findChromium() {
  const given = process.env.ALTHING_CHROMIUM;
  if (given) return existsSync(given) ? given : refuse(`ALTHING_CHROMIUM names ${given}, which does not exist.`);
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!existsSync(shell) && mayInstall) install(shell);
  // Notifications are denied to the shell: the one journey about them takes the whole browser, or is left out.
  if (!existsSync(whole) && mayInstall) install(whole);
  const found = places.find(existsSync);
  return found ?? refuse("The journeys need Chromium. Install it, or set ALTHING_CHROMIUM to the path of one.");
}

function install(browser) {
  console.log(`Installing ${basename(browser)} for the journeys. This happens once and takes about a minute.`);
  const isDone =
    apt("update") && apt("install", "--yes", "--no-install-recommends", basename(browser), "fonts-noto-color-emoji");
  if (!isDone) console.error("It could not be installed; apt-get's reason stands above.");
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = ["-qq", "-o", "Acquire::http::Timeout=30"];
  return spawnSync("apt-get", [...options, ...args], { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

function refuse(sentence) {
  console.error(sentence);
}
