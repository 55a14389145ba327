#!/usr/bin/env node
// Everything that must hold, each check, the tests and then the journeys: npm test [-- part of a test file's path …]. Coverage is
// measured when all run. Debian packages that the tests need (a browser) are looked for by those that need them: chromium.mjs.
import {
  built,
  conclude,
  floors,
  generated,
  lint,
  runChecks,
  runJourneys,
  runTests,
  types,
  unused,
} from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
const checks = await runChecks([built, types, lint, floors, unused, generated]);
const asked = process.argv.slice(2);
const journeys = asked.filter((part) => /\be2e\b|\.spec\b/.test(part));
const tests = asked.filter((part) => !journeys.includes(part));
const all = [checks];
if (tests.length > 0 || asked.length === 0) all.push(await runTests(asked.length > 0 ? tests : ["--coverage"]));
if (journeys.length > 0 || asked.length === 0) all.push(await runJourneys(journeys));
conclude(...all);
