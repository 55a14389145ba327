import { expect, expectAccessible, test } from "./kit/index.ts";

test("a badge says why it is there: what came since, and what of it calls", async ({ cast, open }) => {
  const { ana, ben, harbour } = cast;
  const { id } = await ana.messages.sendMessage({ roomId: harbour.id, body: "Low tide at six" });
  await ben.messages.readRoom({ roomId: harbour.id });
  for (let count = 1; count <= 60; count++) {
    await ana.messages.sendMessage({ roomId: harbour.id, body: `Reading ${count}` });
  }
  await ana.messages.sendMessage({ roomId: harbour.id, body: "@ben bring the ropes" });
  // Far above what is unread, so that nothing is read by being there.
  const page = await open(ben, `/w/harbour/r/${harbour.id}?at=${id}`);
  await expect(page.getByRole("article", { name: /Low tide/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a room").fill("why this");
  await page.getByRole("option", { name: /Why this badge/ }).click();
  const dialog = page.getByRole("dialog", { name: "Why this badge?" });
  await expect(dialog).toContainText("61 unread messages, 1 mention");
  await expect(dialog).toContainText("Came after what you have read");
  await expect(dialog).toContainText("and 41 more");
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("button", { name: /Show/ }).first().click();
  await expect(page.getByRole("article", { name: /Reading 1$/ })).toBeVisible();
});
