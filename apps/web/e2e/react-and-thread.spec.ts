import { expect, expectAccessible, test } from "./kit/index.ts";

test("Ana and Ben react and talk in a thread, each in a browser", async ({ cast, open }) => {
  const { ana: anna, ben, harbour } = cast;
  await ben.messages.sendMessage({ roomId: harbour.id, body: "Who takes the night watch?" });
  const path = `/w/harbour/r/${harbour.id}`;
  const [anas, bens] = [await open(anna, path), await open(ben, path)];
  const asked = anas.getByRole("article", { name: /Who takes the night watch/ }).first();
  await asked.focus();
  await anas.keyboard.press("+");
  await anas.getByRole("combobox", { name: "Search emoji" }).pressSequentially("eyes");
  await anas.keyboard.press("Enter");
  const eyes = bens.getByRole("button", { name: "👀, 1 reaction" });
  await expect(eyes).toHaveAttribute("aria-pressed", "false");
  await eyes.click();
  await expect(anas.getByRole("button", { name: "👀, 2 reactions" })).toHaveAttribute("aria-pressed", "true");

  await asked.focus();
  await anas.keyboard.press("r");
  const thread = anas.getByRole("region", { name: "Thread" });
  await expect(thread.getByRole("article", { name: /night watch/ })).toBeVisible();
  await thread.getByRole("textbox").pressSequentially("I do");
  await anas.keyboard.press("Enter");
  await expect(thread.getByRole("article", { name: /I do/ })).toBeVisible();
  await expectAccessible(anas, "aside");

  await bens.getByRole("button", { name: /1 reply/ }).click();
  const bensThread = bens.getByRole("region", { name: "Thread" });
  await expect(bensThread.getByRole("article", { name: /I do/ })).toBeVisible();
  await bensThread.getByRole("textbox").pressSequentially("Thank you");
  await bens.keyboard.press("Enter");
  await expect(thread.getByRole("article", { name: /Thank you/ })).toBeVisible();

  await bensThread.getByRole("button", { name: "Mark as resolved" }).click();
  await expect(anas.getByText("Resolved")).toBeVisible();
  await anas.goBack();
  await expect(thread).toBeHidden();
});

test("Ana pins, unreads, moves along and deletes by keys alone", async ({ cast, open }) => {
  const { ana, ben, harbour } = cast;
  for (const body of ["First line", "Second line", "Third line"])
    await ben.messages.sendMessage({ roomId: harbour.id, body });
  const page = await open(ana, `/w/harbour/r/${harbour.id}`);
  const row = (name: RegExp) => page.locator("[data-scroller]").getByRole("article", { name });
  await row(/Third line/).focus();
  await page.keyboard.press("ArrowUp");
  await expect(row(/Second line/)).toBeFocused();
  await page.keyboard.press("p");
  await expect(page.getByRole("region", { name: "Pinned messages" })).toContainText("Second line");
  await row(/Second line/).focus();
  await page.keyboard.press("u");
  await expect(page.getByText("Unread from here on")).toBeVisible();
  await expect(page.getByText("New messages")).toBeVisible();
  await row(/Second line/).focus();
  await page.keyboard.press("Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete message" }).click();
  await expect(page.getByText("This message was deleted.")).toBeVisible();
  await row(/First line/).focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: /Message/ })).toBeFocused();
});

test("a link to a reply leads to it in a long thread, and one's own reply is seen from wherever one is", async ({
  cast,
  open,
}) => {
  const { ana, ben, harbour } = cast;
  const { id: parentId } = await ana.messages.sendMessage({ roomId: harbour.id, body: "Which ships are due?" });
  const reply = (ship: number) =>
    ben.messages.sendMessage({
      roomId: harbour.id,
      body: `Ship ${ship} ${"and its cargo ".repeat(ship % 30)}`,
      parentId,
    });
  const ids: string[] = [];
  for (let ship = 1; ship <= 60; ship++) ids.push((await reply(ship)).id);
  const page = await open(ana, `/w/harbour/r/${harbour.id}?at=${ids[29]}&panel=thread:${parentId}`);
  const thread = page.getByRole("complementary");
  await expect(thread.getByRole("article", { name: /Ship 30/ })).toBeInViewport({ ratio: 1 });

  const field = thread.getByRole("textbox", { name: "Reply in the thread" });
  await field.fill("Thank you");
  await field.press("Enter");
  await expect(thread.getByRole("article", { name: /Thank you/ })).toBeInViewport({ ratio: 1 });
});
