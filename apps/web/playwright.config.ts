import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "journeys", testMatch: "*.spec.ts" },
    { name: "screenshots", testMatch: "screenshots.ts" },
  ],
  outputDir: "../../.cache/journeys",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Two browsers, a server and a database share two cores: what a race of theirs breaks is tried once more, and named as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["line"], ["junit", { outputFile: "../../.cache/tests/journeys.xml" }]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    contextOptions: { reducedMotion: "reduce" },
    serviceWorkers: "block",
    // Recording each journey for the few that fail costs more time than looking again: `--trace on` for one that does.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      // Debian's, which bin/test.mjs looks for; Playwright's own download is not used.
      executablePath: process.env.ALTHING_CHROMIUM ?? "/usr/bin/chromium-headless-shell",
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
