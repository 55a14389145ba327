// What a journey is given: a server of its own, the cast, and browsers that are watched for faults.

import type { Person } from "@althing/testkit/harbour";
import { test as bare, expect, type Page } from "@playwright/test";
import { type Cast, openCast, signIn } from "./cast.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type JourneyServer, startTestbed, type Testbed } from "./testbed.ts";

export { expectAccessible } from "./accessible.ts";
export { show } from "./show.ts";
export { typeUntil } from "./type-until.ts";
export { expect, type Page };

type Given = {
  /** Settings of the server by name, such as `ALTHING_SIGNUP`. */
  settings: Record<string, string>;
  /** Whether the server is a process of its own, to be killed and started again. */
  asProcess: boolean;
  /** Empty, until someone asks for the cast. */
  server: JourneyServer;
  cast: Cast;
  faults: Faults;
  /** A browser of someone's, signed in and showing `path`; another device each time. */
  open: (person: Person, path?: string) => Promise<Page>;
};

export const test = bare.extend<Given, { testbed: Testbed }>({
  settings: [{}, { option: true }],
  asProcess: [false, { option: true }],
  testbed: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs.
    async ({}, use) => {
      const testbed = await startTestbed();
      await use(testbed);
      await testbed.close();
    },
    { scope: "worker" },
  ],
  server: async ({ testbed, settings, asProcess }, use) => {
    const server = await testbed.open({ settings, asProcess });
    await use(server);
    await server.end();
  },
  baseURL: async ({ server }, use) => use(server.url),
  cast: async ({ server }, use) => use(await openCast(server.url)),
  faults: [
    async ({ context }, use) => {
      const faults = createFaults();
      await faults.watch(context);
      await use(faults);
      expect(faults.found(), "faults of the pages").toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ browser, faults, contextOptions, baseURL }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (person, path = "/") => {
      const context = await browser.newContext({ ...contextOptions, baseURL });
      contexts.push(context);
      await faults.watch(context);
      const page = await context.newPage();
      await signIn(page, person);
      await page.goto(path);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});
