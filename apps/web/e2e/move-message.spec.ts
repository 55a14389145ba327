import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

const row = (page: Page, text: RegExp) =>
  page.getByRole("group", { name: "Messages", exact: true }).getByRole("article", { name: text });

test("Ana moves a message into a thread of another room, and its readers find it there", async ({ cast, open }) => {
  const { ana, ben, harbour, pier } = cast;
  await ben.messages.sendMessage({ roomId: pier.id, body: "About the barge" });
  await ben.messages.sendMessage({ roomId: harbour.id, body: "It is at the pier" });
  const [page, bens] = [await open(ana, `/w/harbour/r/${harbour.id}`), await open(ben, `/w/harbour/r/${harbour.id}`)];
  await row(page, /at the pier/).click({ button: "right" });
  await page.getByRole("menuitem", { name: /Move/ }).click();
  const dialog = page.getByRole("dialog", { name: "Move this message" });
  await expect(dialog.getByRole("button", { name: "Move", exact: true })).toBeDisabled();
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("textbox", { name: "Find a room" }).fill("pie");
  await dialog.getByRole("button", { name: "pier" }).click();
  await dialog.getByRole("button", { name: /About the barge/ }).click();
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  for (const one of [page, bens]) await expect(row(one, /at the pier/)).toHaveCount(0);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "pier" })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Thread" }).getByRole("article", { name: /at the pier/ }),
  ).toBeVisible();
});
