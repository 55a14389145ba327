import { password } from "@althing/testkit/harbour";
import { expect, type Page, test } from "./kit/index.ts";

const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const row = (page: Page, text: RegExp) =>
  page.getByRole("group", { name: "Messages", exact: true }).getByRole("article", { name: text });

test("a whole conversation by keys alone, from the sign-in to the last word", async ({ cast, page }) => {
  const { ana, ben, harbour, pier } = cast;
  const { keyboard } = page;
  await ben.messages.sendMessage({ roomId: harbour.id, body: "Is the crane mended?" });
  await ben.messages.sendMessage({ roomId: harbour.id, body: "The barge is here" });
  await ben.messages.sendMessage({ roomId: pier.id, body: "Anyone there?" });

  await page.goto("/sign-in");
  await expect(field(page, "Email")).toBeFocused();
  await keyboard.type(ana.email);
  await keyboard.press("Tab");
  await keyboard.type(password);
  await keyboard.press("Enter");
  await expect(field(page, "Message #pier")).toBeFocused();

  await keyboard.press("Control+k");
  await expect(page.getByPlaceholder("Find a room")).toBeFocused();
  await keyboard.type("harb");
  await expect(page.getByRole("option", { name: "harbour" })).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Enter");
  await expect(field(page, "Message #harbour")).toBeFocused();

  await keyboard.type("Almost, @be");
  await expect(page.getByRole("option", { name: /Ben/ })).toBeVisible();
  await keyboard.press("Enter");
  await keyboard.type("just the hok");
  await keyboard.press("Enter");
  await expect(row(page, /Almost, @Ben just the hok/)).toBeVisible();

  // One tab stop leads to all that was said.
  await keyboard.press("Shift+Tab");
  await tabTo(page, row(page, /just the hok/), "Shift+Tab");
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowUp");
  await expect(row(page, /crane mended/)).toBeFocused();
  await keyboard.press("+");
  await expect(page.getByRole("combobox", { name: "Search emoji" })).toBeFocused();
  await keyboard.type("construction");
  await keyboard.press("Enter");
  await expect(row(page, /crane mended/).getByRole("button", { name: /1 reaction/ })).toBeVisible();
  await expect(row(page, /crane mended/)).toBeFocused();

  await keyboard.press("r");
  const thread = page.getByRole("region", { name: "Thread" });
  await expect(thread.getByRole("textbox", { name: "Reply in the thread" })).toBeFocused();
  await keyboard.type("By noon");
  await keyboard.press("Enter");
  await expect(thread.getByRole("article", { name: /By noon/ })).toBeVisible();
  await keyboard.press("Escape");
  await expect(thread).toBeHidden();
  await expect(row(page, /crane mended/), "where one came from").toBeFocused();

  await keyboard.press("w");
  await expect(field(page, "Message #harbour")).toBeFocused();
  await keyboard.press("ArrowUp");
  await expect(field(page, "Edit your message")).toBeFocused();
  await keyboard.press("End");
  await keyboard.press("Backspace");
  await keyboard.type("ok");
  await keyboard.press("Enter");
  await expect(row(page, /just the hook/)).toBeVisible();
  await expect(field(page, "Message #harbour")).toBeFocused();

  await keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("heading", { level: 1, name: "pier" })).toBeVisible();
  await keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("heading", { level: 1, name: "harbour" })).toBeVisible();
});

test("a panel takes the focus along and gives it back, however it is opened and closed", async ({ cast, open }) => {
  const { ana, ben, harbour } = cast;
  const root = await ben.messages.sendMessage({ roomId: harbour.id, body: "Is the crane mended?" });
  await ana.messages.sendMessage({ roomId: harbour.id, parentId: root.id, body: "By noon" });
  const page = await open(ana, `/w/harbour/r/${harbour.id}?panel=thread:${root.id}`);
  const { keyboard } = page;
  const thread = page.getByRole("region", { name: "Thread" });
  await expect(thread.getByRole("textbox")).toBeFocused();
  await keyboard.press("Escape");
  await expect(row(page, /crane mended/), "an address leads nowhere back but to its message").toBeFocused();

  await keyboard.press("r");
  await thread.getByRole("button", { name: "Close the side panel" }).press("Enter");
  await expect(thread).toBeHidden();
  await expect(row(page, /crane mended/)).toBeFocused();

  const members = page.locator("main > header").getByRole("button", { name: /members/ });
  await members.press("Enter");
  await expect(page.getByRole("region", { name: "Members" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(members).toBeFocused();

  await page.goto("/w/harbour/threads");
  const opener = page.getByRole("main").getByRole("button", { name: "1 reply" });
  await opener.press("Enter");
  await expect(thread.getByRole("textbox")).toBeFocused();
  await keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("what opens above the page gives the focus back to where it was", async ({ cast, open }) => {
  await cast.ben.messages.sendMessage({ roomId: cast.harbour.id, body: "Is the crane mended?" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const { keyboard } = page;
  const dialog = page.getByRole("dialog");
  const write = field(page, "Message #harbour");
  for (const place of [write, row(page, /crane mended/), page.getByRole("button", { name: "Channels", exact: true })]) {
    for (const key of ["Control+k", "Control+/"]) {
      await place.focus();
      await keyboard.press(key);
      await expect(dialog).toBeVisible();
      await keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(place).toBeFocused();
    }
  }
  await write.focus();
  await keyboard.press("Control+k");
  await expect(page.getByPlaceholder("Find a room")).toBeFocused();
  await keyboard.type("new channel");
  await expect(page.getByRole("option", { name: "New channel" }).first()).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Enter");
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await keyboard.press("Escape");
  await expect(write, "through the palette").toBeFocused();

  const add = page.getByRole("button", { name: "Add to Channels" });
  await add.press("Enter");
  await page.getByRole("menuitem", { name: "New channel…" }).press("Enter");
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await keyboard.press("Escape");
  await expect(add, "through a menu").toBeFocused();
});

test("Enter that turns letters into words chooses no emoji yet", async ({ cast, open }) => {
  await cast.ana.messages.sendMessage({ roomId: cast.harbour.id, body: "The ferry is here" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const message = row(page, /ferry is here/);
  await message.focus();
  await page.keyboard.press("+");
  const search = page.getByRole("combobox", { name: "Search emoji" });
  await search.fill("anchor");
  await search.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
  await expect(search).toBeVisible();
  await search.press("Enter");
  await expect(message.getByRole("button", { name: "⚓, 1 reaction" })).toBeVisible();
});

test("a message that is edited has the focus again afterwards", async ({ cast, open }) => {
  await cast.ana.messages.sendMessage({ roomId: cast.harbour.id, body: "The ferry is lat" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await row(page, /ferry is lat/).focus();
  await page.keyboard.press("e");
  await expect(field(page, "Edit your message")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row(page, /ferry is lat/)).toBeFocused();
});

test("a key is answered with the first frame of a page", async ({ cast, open }) => {
  const page = await open(cast.ben);
  await page.addInitScript(() => {
    const press = () =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
    new MutationObserver((_, observer) => {
      if (!document.querySelector("[role=textbox], textarea")) return;
      observer.disconnect();
      press();
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(`/w/harbour/r/${cast.harbour.id}`);
  await expect(page.getByRole("dialog").getByRole("option", { name: /harbour/ })).toBeVisible();
});

/** Walks from stop to stop as far as one who does not know the page would. */
async function tabTo(page: Page, goal: ReturnType<typeof row>, key: string): Promise<void> {
  const isThere = () => goal.evaluate((element) => element === document.activeElement);
  for (let turn = 0; turn < 25 && !(await isThere()); turn++) await page.keyboard.press(key);
  await expect(goal).toBeFocused();
}
