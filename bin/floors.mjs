// Checks the floors with dependency-cruiser, which reads sources through TypeScript's API. TypeScript 7 has none: with it
// the tool sees no modules and finds nothing wrong, so it is given TypeScript 6, installed beside. Runs on Bun only.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./install.mjs";

const require = createRequire(import.meta.url);
for (const part of ["", "/package.json"]) {
  require(`typescript6${part}`);
  require.cache[require.resolve(`typescript${part}`)] = require.cache[require.resolve(`typescript6${part}`)];
}

const folders = ["apps", "packages", "bench", "tools"].filter((folder) => existsSync(folder));
process.argv.push("--config", join(root, ".dependency-cruiser.cjs"), ...folders);
await import("../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
