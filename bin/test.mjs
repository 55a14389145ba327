#!/usr/bin/env node
// Everything that must hold, each check and then the tests: npm test [-- --coverage] [-- part of a test file's path …].
// Debian packages that the tests come to need (a browser, say) are looked for here, before anything runs.
import { conclude, floors, generated, lint, runChecks, runTests, types, unused } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
const checks = await runChecks([types, lint, floors, unused, generated]);
conclude(checks, await runTests(process.argv.slice(2)));
