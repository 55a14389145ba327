import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./kit/index.ts";

const picture = readFileSync(join(import.meta.dirname, "../public/icon-192.png"));

test("an emoji that Ana adds is there for Ben at once, in messages and reactions, and goes when she removes it", async ({
  cast,
  open,
}) => {
  const { ana, ben, harbour } = cast;
  const [page, bens] = [await open(ana, "/w/harbour/settings/emoji"), await open(ben, `/w/harbour/r/${harbour.id}`)];
  await page
    .getByLabel("Choose a picture")
    .setInputFiles({ name: "Barge.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("barge");
  await page.getByRole("button", { name: "Add emoji" }).click();
  await expect(page.getByRole("cell", { name: ":barge:", exact: true })).toBeVisible();
  await expectAccessible(page, "main");

  await bens.getByRole("textbox", { name: "Message #harbour" }).pressSequentially("Look :barg");
  await expect(bens.getByRole("option", { name: /barge/ })).toBeVisible();
  await bens.keyboard.press("Enter");
  await bens.keyboard.press("Enter");
  const shown = bens.getByRole("article", { name: /Look/ }).locator("img.emoji");
  await expect(shown).toHaveAttribute("alt", ":barge:");
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await page.getByRole("button", { name: "Remove :barge:" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No emoji of your own yet")).toBeVisible();
  await bens.getByRole("textbox", { name: "Message #harbour" }).pressSequentially(":barg");
  await expect(bens.getByRole("option", { name: /barge/ })).toHaveCount(0);
});
