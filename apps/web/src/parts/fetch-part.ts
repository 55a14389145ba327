import { takeUpgrade } from "./take-upgrade.ts";

/** What browsers and Vite say of a script or its style that did not come, each in its own words. */
const isNotThere = (problem: unknown): boolean =>
  problem instanceof Error && /dynamically imported module|module script failed|preload CSS/i.test(problem.message);

const tries = 6;

/**
 * Fetches a part of the app with its first use. Where there is no line it waits for one, so that nothing on screen fails with
 * it; parts that are gone since the server was upgraded start the app anew.
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let failed = 1; ; ) {
    try {
      return await load();
    } catch (problem) {
      if (!isNotThere(problem) || failed === tries) throw problem;
      await takeUpgrade();
      if (navigator.onLine) await pause(250 * 2 ** failed++);
      else await new Promise((resolve) => addEventListener("online", resolve, { once: true }));
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
