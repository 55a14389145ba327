import { expect, type Page, test } from "./kit/index.ts";

const foot = (page: Page) => page.getByRole("button", { name: /You and your settings/ });

test("who signs out in one tab is signed out in the others, and nowhere else", async ({ cast, open }) => {
  const here = await open(cast.ana);
  const elsewhere = await open(cast.ana);
  const tab = await here.context().newPage();
  await tab.goto("/w/harbour/people");
  await expect(foot(tab)).toBeVisible();
  await foot(here).click();
  await here.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  for (const page of [here, tab]) await expect(page).toHaveURL(/\/sign-in/);
  await elsewhere.reload();
  await expect(foot(elsewhere)).toBeVisible();
});

test("signing out everywhere brings every device to the sign-in, which knows where one was", async ({ cast, open }) => {
  const [here, lost] = [await open(cast.ana), await open(cast.ana, "/w/harbour/people")];
  for (const page of [here, lost]) await expect(foot(page)).toBeVisible();
  await here.keyboard.press("Control+k");
  await here.getByPlaceholder("Find a room").fill("sign out everywhere");
  await expect(here.getByRole("option", { name: "Sign out everywhere" })).toHaveAttribute("aria-selected", "true");
  await here.keyboard.press("Enter");
  await here.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
  await expect(here).toHaveURL(/\/sign-in/);
  await expect(lost).toHaveURL(/\/sign-in/);
  await lost.goto("/w/harbour/people");
  await expect(lost).toHaveURL(/\/sign-in\?next=/);
});
