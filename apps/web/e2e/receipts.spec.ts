import { expect, type Page, test } from "./kit/index.ts";

const row = (page: Page, text: RegExp) =>
  page.getByRole("group", { name: "Messages", exact: true }).getByRole("article", { name: text });

test("in a direct message Ana sees that Ben has read, until he keeps that to himself", async ({ cast, open }) => {
  const { ana, ben, workspaceId } = cast;
  const { id } = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  const page = await open(ana, `/w/harbour/r/${id}`);
  await page.getByRole("textbox", { name: /Message/ }).fill("Did it arrive?");
  await page.keyboard.press("Enter");
  await expect(row(page, /Did it arrive/).getByRole("button", { name: "Sent" })).toBeVisible();
  await open(ben, `/w/harbour/r/${id}`);
  const mark = row(page, /Did it arrive/).getByRole("button", { name: "Read" });
  await expect(mark).toBeVisible();
  await mark.hover();
  await expect(page.getByText(/Ben.*\d/).last()).toBeVisible();

  await ben.accounts.updatePreferences({ privacy: { sendReceipts: false } });
  await page.reload();
  await expect(row(page, /Did it arrive/)).toBeVisible();
  await expect(row(page, /Did it arrive/).getByRole("button", { name: /Sent|Read/ })).toHaveCount(0);
});
