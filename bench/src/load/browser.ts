// A real browser that opens the web app: what is timed is measured inside of the page, up to the frame that shows it.
import { type Person, password } from "@althing/testkit/harbour";
import type { Chromium, Profile, Tab } from "./chromium.ts";

/** A browser that has never been here, in which someone is signed in. */
export async function openDevice(browser: Chromium, url: string, { email }: Person): Promise<Profile> {
  const body = JSON.stringify({ email, password, session: "cookie" });
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/v1/auth/login`, { method: "POST", headers, body });
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, path = "/"] = /; path=([^;]+)/i.exec(line) ?? [];
    return { name, value, url: url + path };
  });
  return browser.createProfile(cookies);
}

/** Runs in the page: says in `madeAt` when a frame with `selector` was made. */
function watch(selector: string): void {
  const page = globalThis as { madeAt?: number };
  if (location.protocol === "http:") localStorage.setItem("althing.signed-in", "");
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        page.madeAt = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: that frame is the first with anything in it, and the browser says when such a one was on the screen. */
function whenShown(): number | undefined {
  const { madeAt } = globalThis as { madeAt?: number };
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return madeAt && paint && Math.max(madeAt, paint.startTime);
}

/** A new tab, and the milliseconds from the beginning of its navigation until `selector` was on the screen. */
export async function timeOpening(device: Profile, url: string, selector: string): Promise<{ tab: Tab; ms: number }> {
  const tab = await device.openTab(call(watch, selector));
  await tab.goTo(url);
  return { tab, ms: await tab.waitFor<number>(call(whenShown)) };
}

/** Runs in the page: clicks, and looks at each frame. */
function clickUntil(clicked: string, wanted: string): Promise<number> {
  return new Promise((resolve, reject) => {
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
  });
}

/** Milliseconds from a click on `selector` until the frame in which the page's main part shows `text`. */
export const timeClick = (tab: Tab, selector: string, text: string): Promise<number> =>
  tab.evaluate(call(clickUntil, selector, text));

/** Runs in the page. */
function listScripts(): string[] {
  const { madeAt = 0 } = globalThis as { madeAt?: number };
  return performance
    .getEntriesByType("resource")
    .filter(({ startTime }) => startTime < madeAt)
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith(".js"));
}

/** The paths of the scripts that the page asked for before it showed what was waited for. */
export const scriptsOf = (tab: Tab): Promise<string[]> => tab.evaluate(call(listScripts));

const call = (run: (...given: never[]) => unknown, ...given: readonly string[]): string =>
  `(${run})(${given.map((one) => JSON.stringify(one)).join(", ")})`;
