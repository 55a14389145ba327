#!/usr/bin/env node
// Runs the pinned Bun with the given arguments: node bin/bun.mjs test
import { spawn } from "node:child_process";
import { accessSync, chmodSync, constants, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./install.mjs";

/** The path of Bun's binary. npm's install scripts may have been blocked: then it lies in the package of the platform. */
export function findBun() {
  for (const path of candidates()) {
    if (!isBinary(path)) continue;
    ensureExecutable(path);
    return path;
  }
  console.error(`There is no Bun for ${process.platform}-${process.arch} in node_modules. Run bin/setup first.`);
  process.exit(1);
}

/** Becomes Bun as far as others can see: its output, the signals sent to it, its exit. */
export function runBun(args) {
  // Bun has 256 requests to others under way at once and lets all further ones wait: too few for answers that are streamed.
  const env = { BUN_CONFIG_MAX_HTTP_REQUESTS: "4096", ...process.env };
  const bun = spawn(findBun(), args, { stdio: "inherit", env });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => bun.kill(signal));
  bun.on("error", (error) => {
    console.error(`Bun could not be started: ${error.message}`);
    process.exit(1);
  });
  bun.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

function* candidates() {
  yield join(root, "node_modules/bun/bin/bun.exe");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const arch = process.arch === "arm64" ? "aarch64" : process.arch;
  const binary = process.platform === "win32" ? "bun.exe" : "bun";
  yield join(root, `node_modules/@oven/bun-${platform}-${arch}${isMusl() ? "-musl" : ""}/bin/${binary}`);
}

/** The bun package ships a line of text in the binary's place until its install script has run. */
function isBinary(path) {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
}

function isMusl() {
  if (process.platform !== "linux") return false;
  process.report.excludeNetwork = true;
  return !process.report.getReport().header.glibcVersionRuntime;
}

function ensureExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) runBun(process.argv.slice(2));
