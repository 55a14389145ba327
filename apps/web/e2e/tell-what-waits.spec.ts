import { expect, test } from "./kit/index.ts";

test("a window in the background tells by its name and its icon that someone calls", async ({ cast, open }) => {
  const { ben, cem, pier, harbour } = cast;
  const page = await open(cast.ana, `/w/harbour/r/${harbour.id}`);
  const icon = page.locator("link[rel=icon]");
  await expect(page).toHaveTitle("harbour · Harbour");
  await ben.messages.sendMessage({ roomId: pier.id, body: "@ana, the ferry is late" });
  await expect(page).toHaveTitle("(1) harbour · Harbour");
  await expect(icon).toHaveAttribute("href", "/icon-waiting.svg");
  // What only was said, to nobody in particular, calls nobody.
  await cem.messages.sendMessage({ roomId: pier.id, body: "It always is" });
  await page.getByRole("link", { name: /pier/ }).click();
  await expect(page).toHaveTitle("pier · Harbour");
  await expect(icon).toHaveAttribute("href", "/icon.svg");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("everything is found without a keyboard", async ({ cast, open }) => {
    const page = await open(cast.ana, "/w/harbour");
    await page.getByRole("button", { name: "Find or do something" }).tap();
    await page.getByRole("combobox").fill("pier");
    await page.getByRole("option", { name: /pier/ }).first().tap();
    await expect(page).toHaveURL(new RegExp(cast.pier.id));
  });
});
