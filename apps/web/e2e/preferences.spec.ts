import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

const settings = (page: string) => `/w/harbour/settings/${page}`;
const themeOf = (page: Page) => page.locator("html");

test("theme and language survive a reload and reach another browser at once", async ({ cast, open, faults }) => {
  // What is not translated yet is for the catalogues' test to find.
  faults.expect(/MISSING_MESSAGE/);
  const [laptop, phone] = [await open(cast.ana, settings("appearance")), await open(cast.ana, settings("privacy"))];
  await expect(laptop.getByRole("heading", { name: "Appearance" })).toBeVisible();
  await expectAccessible(laptop, "main");
  await laptop.getByRole("radio", { name: "Dark" }).click();
  await expect(themeOf(laptop)).toHaveAttribute("data-theme", "dark");
  await expect(themeOf(phone)).toHaveAttribute("data-theme", "dark");
  await expectAccessible(laptop, "main");

  await laptop.getByRole("combobox", { name: "Language" }).click();
  await laptop.getByRole("option", { name: "Deutsch" }).click();
  for (const page of [laptop, phone]) await expect(themeOf(page)).toHaveAttribute("lang", "de");
  await laptop.reload();
  await expect(themeOf(laptop)).toHaveAttribute("lang", "de");
  await expect(themeOf(laptop)).toHaveAttribute("data-theme", "dark");
});

test("what went wrong is told in the reader's language", async ({ cast, open }) => {
  const { ana, harbour } = cast;
  await ana.accounts.updatePreferences({ language: "de" });
  const roomId = harbour.id;
  for (const body of ["one", "two", "three", "four"]) {
    const { id: messageId } = await ana.messages.sendMessage({ roomId, body });
    if (body !== "four") await ana.messages.pinMessage({ roomId, messageId });
  }
  const page = await open(ana, `/w/harbour/r/${roomId}`);
  await page.getByRole("article", { name: /four/ }).focus();
  // Its words come when the browser has nothing else to do.
  await expect(async () => {
    await page.keyboard.press("p");
    await expect(page.getByText("Es sind schon drei Nachrichten angeheftet").first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test("where the system gives the colours, what is chosen differs from what is not", async ({ cast, open }) => {
  const page = await open(cast.ana, settings("appearance"));
  await page.emulateMedia({ forcedColors: "active" });
  const ground = (place: ReturnType<Page["locator"]>) => place.evaluate((one) => getComputedStyle(one).backgroundColor);
  const density = page.getByRole("radiogroup", { name: "Density" }).getByRole("radio");
  expect(await ground(density.first())).not.toBe(await ground(density.last()));
  const pages = page.getByRole("navigation").getByRole("link");
  expect(await ground(pages.and(page.locator("[aria-current=page]")).first())).not.toBe(
    await ground(pages.and(page.locator(":not([aria-current])")).first()),
  );
  await page.goto(settings("privacy"));
  const toggle = page.getByRole("switch").first();
  const on = [await ground(toggle), await ground(toggle.locator("span"))];
  expect(on[0], "the thumb on its track").not.toBe(on[1]);
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  expect(await ground(toggle)).not.toBe(on[0]);
});

test("in a room no two commands come with the same keys", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await expect(page.getByRole("textbox", { name: "Message #harbour" })).toBeFocused();
  await page.keyboard.press("Control+/");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Mark this room as read")).toBeVisible();
  const keys = await sheet.locator("kbd").allTextContents();
  expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([]);
});

test("a question mark shows all keys, and is a mere sign where one writes", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const field = page.getByRole("textbox", { name: "Message #harbour" });
  await field.pressSequentially("When?");
  await expect(field).toHaveValue("When?");
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: "About this room" }).focus();
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
});

test("a command answers to the keys that one gave it", async ({ cast, open }) => {
  const page = await open(cast.ana, settings("shortcuts"));
  await page.getByRole("button", { name: /Change the keys of: Set a status/ }).click();
  await page.keyboard.press("Control+k");
  await expect(page.getByText("Also the keys of: Set a status")).toBeVisible();
  await page.getByRole("button", { name: /Change the keys of: Set a status/ }).click();
  await page.keyboard.press("Alt+s");
  await expect(page.getByText("Also the keys of")).toHaveCount(0);
  await expectAccessible(page, "main");
  await page.keyboard.press("Alt+s");
  await page.getByRole("button", { name: /Focusing/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /You and your settings/ })).toContainText("Focusing");
});

test("a new name and a status are seen by others at once", async ({ cast, open }) => {
  const page = await open(cast.ana, settings("profile"));
  const others = await open(cast.ben, `${settings("privacy")}?panel=profile:${cast.ana.id}`);
  await expect(others.getByRole("heading", { name: cast.ana.name })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Anahita");
  await page.getByLabel("Title").fill("Harbour master");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(others.getByRole("heading", { name: "Anahita" })).toBeVisible();
  await expect(others.getByText("Harbour master")).toBeVisible();
  await expectAccessible(page, "main");
  await expectAccessible(others, "aside");
});

test("someone ends a session of theirs, and that browser is signed out", async ({ cast, open }) => {
  const [here, lost] = [await open(cast.ana, settings("security")), await open(cast.ana, settings("privacy"))];
  await expect(lost.getByRole("heading", { name: "Privacy" })).toBeVisible();
  await here.reload();
  await expect(here.getByText("This one")).toBeVisible();
  await expectAccessible(here, "main");
  await here.getByRole("button", { name: "End all others" }).click();
  await here.getByRole("alertdialog").getByRole("button", { name: "End all others" }).click();
  await expect(lost).toHaveURL(/\/sign-in/);
  await expect(here.getByText("This one")).toBeVisible();
  await expect(here.getByRole("button", { name: /End the session of/ })).toHaveCount(0);
});
