import type { Page } from "@playwright/test";

/** Leads to another page of the app as a link does, without loading the app anew; waits until `region` says something else. */
export async function show(page: Page, path: string, region = "main"): Promise<void> {
  const read = (selector: string) => document.querySelector(selector)?.textContent;
  const before = await page.evaluate(read, region);
  await page.evaluate((to) => history.pushState(null, "", to), path);
  await page.waitForFunction(
    ([selector, past]) => document.querySelector(selector ?? "")?.textContent !== past,
    [region, before],
  );
}
