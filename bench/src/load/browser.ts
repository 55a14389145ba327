// A real browser that opens the web app: what is timed is measured inside of the page, up to the frame that shows it.

import { type Person, password } from "@althing/testkit/harbour";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.ALTHING_CHROMIUM ?? "/usr/bin/chromium-headless-shell";
  return chromium.launch({ executablePath, args: ["--disable-gpu", "--disable-background-networking"] });
}

/** A browser that has never been here, in which someone is signed in. */
export async function openDevice(browser: Browser, url: string, { email }: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: "reduce", serviceWorkers: "block" });
  await context.addInitScript(() => {
    if (location.protocol === "http:") localStorage.setItem("althing.signed-in", "");
  });
  await context.request.post("/api/v1/auth/login", { data: { email, password, session: "cookie" } });
  return context;
}

/** Milliseconds from the beginning of the navigation until the frame that shows `selector`. */
export async function timeOpening(page: Page, path: string, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark("shown")));
    });
    observer.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(path);
  const shown = await page.waitForFunction(() => performance.getEntriesByName("shown")[0]?.startTime);
  return (await shown.jsonValue()) ?? Number.NaN;
}

/** Milliseconds from a click on `selector` until the frame in which the page's main part shows `text`. */
export async function timeClick(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(
    ([clicked, wanted]) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLElement>(clicked);
        if (!link) return reject(new Error(`There is no ${clicked}`));
        const startedAt = performance.now();
        const look = () => {
          if (!document.querySelector("main")?.textContent?.includes(wanted)) return requestAnimationFrame(look);
          // After the frame in which it was found, that frame is on the screen.
          return setTimeout(() => resolve(performance.now() - startedAt));
        };
        link.click();
        requestAnimationFrame(look);
      }),
    [selector, text] as const,
  );
}

/** The paths of the scripts that the page asked for before it showed what was waited for. */
export const scriptsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => startTime < (performance.getEntriesByName("shown")[0]?.startTime ?? 0))
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith(".js")),
  );
