#!/usr/bin/env node
// Everything that must hold, each check and then the tests: npm test [-- part of a test file's path …]. Coverage is measured when all run.
// Debian packages that the tests come to need (a browser, say) are looked for here, before anything runs.
import { conclude, floors, generated, lint, runChecks, runTests, types, unused } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
const checks = await runChecks([types, lint, floors, unused, generated]);
const asked = process.argv.slice(2);
conclude(checks, await runTests(asked.length > 0 ? asked : ["--coverage"]));
