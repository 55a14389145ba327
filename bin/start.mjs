#!/usr/bin/env node
import { join } from "node:path";
import { runBun } from "./bun.mjs";
import { ensureInstalled, root } from "./install.mjs";
import { ensureWebBuilt } from "./web.mjs";

ensureInstalled();
ensureWebBuilt();
runBun([join(root, "apps/server/src/main.ts"), "start", ...process.argv.slice(2)]);
