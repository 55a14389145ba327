import { expect, expectAccessible, test } from "./kit/index.ts";

test("Ana opens a demo workspace from the first steps, and finds people and talk in it", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/start");
  await page.getByRole("button", { name: "Open a demo workspace" }).click();
  await expect(page.getByRole("navigation").getByText("Demo harbour")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("group", { name: "Messages", exact: true }).getByRole("article").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("main").getByRole("listitem").nth(3)).toBeVisible();
});
