import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

const section = (page: Page, name: string) => page.getByRole("navigation").getByRole("region", { name });
const room = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name });

async function makeCategory(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add to Channels" }).click();
  await page.getByRole("menuitem", { name: "New category" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Create category" }).click();
}

test("Ben drags a room into a category of his own, and his other device follows", async ({ cast, open }) => {
  const [here, there] = [await open(cast.ben), await open(cast.ben)];
  await makeCategory(here, "Ships");
  await expect(section(here, "Ships").getByText("Drag rooms here")).toBeVisible();
  await room(here, "pier").dragTo(section(here, "Ships"));
  await expect(section(there, "Ships").getByRole("link", { name: "pier" })).toBeVisible();
  await room(here, "pier").dragTo(section(here, "Channels"));
  await expect(section(there, "Channels").getByRole("link", { name: "pier" })).toBeVisible();
});

test("by the menu that a key opens, rooms go into categories and become favourites", async ({ cast, open }) => {
  const page = await open(cast.ben);
  await makeCategory(page, "Ships");
  await room(page, "harbour").focus();
  await page.keyboard.press("p");
  await expect(room(page, "pier")).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Move to category" }).press("ArrowRight");
  await page.getByRole("menuitemradio", { name: "Ships" }).press("Enter");
  await expect(section(page, "Ships").getByRole("link", { name: "pier" })).toBeVisible();
  await room(page, "harbour").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitemcheckbox", { name: "Favourite" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(section(page, "Favourites").getByRole("link", { name: "harbour" })).toBeVisible();
  await expectAccessible(page, "nav [role=group]");
});

test("folded, a section still shows what calls; muted, a room calls no more", async ({ cast, open }) => {
  const page = await open(cast.ben, `/w/harbour/r/${cast.harbour.id}`);
  const channels = page.getByRole("button", { name: "Channels", exact: true });
  await channels.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(channels).toHaveAttribute("aria-expanded", "false");
  await expect(room(page, "pier")).toBeHidden();
  await cast.ana.messages.sendMessage({ roomId: cast.pier.id, body: "@ben the ferry is in" });
  await expect(room(page, "pier")).toContainText("1 message calls you");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect(page).toHaveURL(new RegExp(cast.pier.id));
  await expect(room(page, "pier")).not.toContainText("calls you");

  await channels.click();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page).toHaveURL(new RegExp(cast.harbour.id));
  await room(page, "pier").click({ button: "right" });
  await page.getByRole("menuitemcheckbox", { name: "Mute" }).click();
  await page.keyboard.press("Escape");
  await cast.ana.messages.sendMessage({ roomId: cast.pier.id, body: "and out again" });
  await cast.ana.messages.sendMessage({ roomId: cast.harbour.id, body: "tea?" });
  await expect(page.getByRole("main").getByText("tea?")).toBeVisible();
  await expect(room(page, "pier")).not.toContainText("Unread");
});

test("categories change places by the menu of their heading", async ({ cast, open }) => {
  const page = await open(cast.ben);
  for (const name of ["Ships", "Ropes"]) await makeCategory(page, name);
  const order = () =>
    page
      .getByRole("navigation")
      .getByRole("region")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  await expect.poll(order).toEqual(["Ropes", "Ships", "Channels", "Direct messages"]);
  await page.getByRole("button", { name: "Ships", exact: true }).focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Move up" }).press("Enter");
  await expect.poll(order).toEqual(["Ships", "Ropes", "Channels", "Direct messages"]);
});
