import { expect, expectAccessible, test } from "./kit/index.ts";

test("the first visitor is shown a page, whatever address they came to", async ({ page }) => {
  for (const address of ["/", "/no/such/place"]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toBeVisible();
    await expectAccessible(page);
  }
});

test("who is signed in comes to their workspace", async ({ cast, open }) => {
  const page = await open(cast.ana);
  await expect(page.getByRole("main")).toBeVisible();
});
