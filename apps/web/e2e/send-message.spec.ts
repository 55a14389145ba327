import type { Route } from "@playwright/test";
import { expect, expectAccessible, type Page, test, typeUntil } from "./kit/index.ts";

const field = (page: Page, name = "Message #harbour") => page.getByRole("textbox", { name });

test("Ana writes, mends and takes back what she said, and Ben sees each of it", async ({ cast, open }) => {
  const path = `/w/harbour/r/${cast.harbour.id}`;
  const [ana, ben] = [await open(cast.ana, path), await open(cast.ben, path)];
  await field(ana).pressSequentially("The ferry is late");
  await typeUntil(field(ana), ben.getByText(/Ana.? is typing…/));
  await ana.keyboard.press("Enter");
  await expect(field(ana)).toHaveValue("");
  await expect(ben.getByText("The ferry is late", { exact: true })).toBeVisible();
  await expect(ben.getByText(/Ana.? is typing…/)).toBeHidden();

  await ana.keyboard.press("ArrowUp");
  const editor = field(ana, "Edit your message");
  await expect(editor).toBeFocused();
  await editor.press("End");
  await editor.pressSequentially(" again");
  await editor.press("Enter");
  await expect(ben.getByText("The ferry is late again")).toBeVisible();
  await expect(field(ana)).toBeFocused();

  await ana.keyboard.press("ArrowUp");
  await editor.fill("");
  await editor.press("Enter");
  await ana.getByRole("alertdialog").getByRole("button", { name: "Delete message" }).click();
  await expect(ben.getByText("This message was deleted.")).toBeVisible();
});

test("a change that Ana began is shown wherever it stands, and waits for her while she is elsewhere", async ({
  cast,
  open,
}) => {
  const roomId = cast.harbour.id;
  await cast.ana.messages.sendMessage({ roomId, body: "The ferry is late" });
  for (let ship = 1; ship <= 40; ship++)
    await cast.ben.messages.sendMessage({ roomId, body: `Ship ${ship}${"\n\ncame in".repeat(4)}` });
  await cast.ana.messages.readRoom({ roomId });
  const page = await open(cast.ana, `/w/harbour/r/${roomId}`);
  await expect(page.getByText("Ship 40")).toBeInViewport();
  await field(page).press("ArrowUp");
  const editor = field(page, "Edit your message");
  await expect(editor).toBeFocused();
  await expect(editor).toBeInViewport();
  await editor.press("End");
  await editor.pressSequentially(" again");

  await page.getByRole("link", { name: "pier" }).first().click();
  await expect(field(page, "Message #pier")).toBeVisible();
  await page.getByRole("link", { name: "harbour" }).first().click();
  await expect(editor).toHaveValue("The ferry is late again");
  await editor.press("Enter");
  await expect(page.getByText("The ferry is late again", { exact: true })).toBeVisible();
  await page.getByRole("article", { name: /The ferry is late again/ }).focus();
  await page.keyboard.press("e");
  await expect(editor).toHaveValue("The ferry is late again");
});

test("a name is completed by the keyboard, and calls who has it", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const text = field(page);
  await text.pressSequentially("Hello @be");
  await expect(page.getByRole("listbox", { name: "Suggestions" }).getByRole("option")).toContainText(["Ben"]);
  await expect(text).toHaveAttribute("aria-activedescendant", /.+/);
  await expectAccessible(page, "div:has(> textarea)");
  await text.press("Enter");
  await expect(text).toHaveValue("Hello @ben ");
  await text.pressSequentially(":tada");
  await expect(page.getByRole("option").first()).toContainText("🎉");
  await text.press("Tab");
  await expect(text).toHaveValue("Hello @ben 🎉 ");
  await text.press("Enter");
  await expect(page.getByText("@Ben", { exact: true })).toBeVisible();
});

test("what one pastes and formats is Markdown, which the browser can undo", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const text = field(page);
  await text.fill("see the tides");
  await text.selectText();
  await text.press("Control+b");
  await expect(text).toHaveValue("**see the tides**");
  await text.press("Control+z");
  await expect(text).toHaveValue("see the tides");
  await text.selectText();
  await paste(text, { "text/plain": "https://tides.example/today" });
  await expect(text).toHaveValue("[see the tides](https://tides.example/today)");
  await text.fill("");
  await paste(text, {
    "text/plain": "Tides high low",
    "text/html": '<p><b>Tides</b> <a href="https://a.example">today</a></p><ul><li>high</li><li><i>low</i></li></ul>',
  });
  await expect(text).toHaveValue("**Tides** [today](https://a.example)\n\n- high\n- *low*");
  await text.press("Control+Shift+P");
  const preview = page.getByRole("region", { name: "Preview of your message" });
  await expect(preview.getByRole("listitem")).toHaveCount(2);
  await expect(preview.getByRole("link", { name: "today" })).toHaveAttribute("href", "https://a.example");
  await expectAccessible(page, "div:has(> textarea)");
});

test("a command is carried out, an unknown one stays and says so, and two slashes are a mere one", async ({
  cast,
  open,
}) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const text = field(page);
  await text.pressSequentially("/topi");
  await text.press("Tab");
  await expect(text).toHaveValue("/topic ");
  await text.pressSequentially("Ships and weather");
  await text.press("Enter");
  await expect(page.getByText("Ships and weather").first()).toBeVisible();
  await expect(text).toHaveValue("");
  await text.fill("/dance now");
  await text.press("Enter");
  await expect(page.getByRole("alert")).toContainText("There is no command /dance");
  await expect(text).toHaveValue("/dance now");
  await text.fill("//dance now");
  await text.press("Enter");
  await expect(page.getByText("/dance now", { exact: true })).toBeVisible();
});

test("what is written while a command is carried out stays, and the command is carried out once", async ({
  cast,
  open,
}) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const held: Route[] = [];
  await page.route("**/api/v1/rooms/*", (route) =>
    route.request().method() === "PATCH" ? void held.push(route) : route.continue(),
  );
  await field(page).fill("/topic Ships");
  await field(page).press("Enter");
  await field(page).press("Enter");
  await expect.poll(() => held.length).toBe(1);
  await field(page).fill("Where is the pilot?");
  for (const route of held) await route.continue();
  await expect(page.getByText("Ships", { exact: true }).first()).toBeVisible();
  await expect(field(page)).toHaveValue("Where is the pilot?");
  expect(held).toHaveLength(1);
});

async function paste(text: ReturnType<typeof field>, kinds: Record<string, string>): Promise<void> {
  await text.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, value] of Object.entries(given)) clipboardData.setData(kind, value);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);
}

test("a channel that is named leads there who is in it, and code stays code", async ({ cast, open }) => {
  await cast.channel("vault", [], "private");
  const [ana, ben] = [
    await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`),
    await open(cast.ben, `/w/harbour/r/${cast.harbour.id}`),
  ];
  await field(ana).pressSequentially("See #pi");
  await expect(ana.getByRole("option", { name: /pier/ })).toBeVisible();
  await field(ana).press("Enter");
  await field(ana).pressSequentially("and #vault, not `#pier` nor a#pier.");
  await field(ana).press("Enter");
  const said = (page: Page) => page.getByRole("article", { name: /See #pier and #vault/ });
  await expect(said(ana).getByRole("link")).toHaveText(["#pier", "#vault"]);
  await expect(said(ben).getByRole("link")).toHaveText(["#pier"]);
  await said(ben).getByRole("link", { name: "#pier" }).click();
  await expect(ben.getByRole("heading", { level: 1, name: "pier" })).toBeVisible();
});

test("headings in a message stand below those of the page", async ({ cast, open }) => {
  await cast.ben.messages.sendMessage({ roomId: cast.harbour.id, body: "# Plan\n\n## By boat" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  // Playwright goes by the element, readers by what it says.
  await expect(page.getByRole("heading", { name: "Plan" })).toHaveAttribute("aria-level", "2");
  await expect(page.getByRole("heading", { name: "By boat" })).toHaveAttribute("aria-level", "3");
});
