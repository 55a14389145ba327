import { findBeyondEdges } from "./kit/fits.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

test("going back takes away what lies over the page, and only that", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/people");
  await page.getByRole("link", { name: "Browse channels" }).click();
  await page.getByRole("button", { name: "New channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("quay");
  // A press beside a form does not throw away what was typed.
  await page.mouse.click(8, 8);
  await expect(dialog.getByLabel("Name")).toHaveValue("quay");
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/browse$/);
  await page.keyboard.press("Control+k");
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/browse$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/people$/);
});

test("pages of the settings have names of their own, and the window stays where it is", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/settings/members");
  await expect(page).toHaveTitle("Members · Harbour");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Shortcuts" }).click();
  await expect(page).toHaveTitle("Shortcuts · Harbour");
  await expect(page.getByText("Set a status", { exact: true })).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  await page.goBack();
  await expect(page).toHaveTitle("Members · Harbour");
});

test("a room that is not there leads on, and a page one may not see is not asked for again", async ({ cast, open }) => {
  const page = await open(cast.ben, "/w/harbour/r/01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(page).toHaveTitle("There is nothing here · Harbour");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(/\/w\/harbour\/r\//);
  await page.goto("/w/harbour/settings/invitations");
  await expect(page.getByText("You may not do this")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("what was changed in one's profile is not lost by going elsewhere", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/settings/profile");
  const settings = page.getByRole("navigation", { name: "Settings" });
  const title = page.getByRole("main").getByLabel("Title");
  await title.fill("Harbour master");
  await settings.getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stay" }).click();
  await expect(title).toHaveValue("Harbour master");
  await page.getByRole("main").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await settings.getByRole("link", { name: "Privacy" }).click();
  await expect(page).toHaveTitle("Privacy · Harbour");
});

test("a session that ends elsewhere leads back to where one was", async ({ cast, open }) => {
  const page = await open(cast.ben, "/w/harbour/settings/members");
  await expect(page).toHaveTitle("Members · Harbour");
  for (const { id } of await cast.ben.accounts.listSessions({}))
    await cast.ben.accounts.endSession({ sessionId: id }).catch(() => undefined);
  await expect(page).toHaveURL("/sign-in?next=%2Fw%2Fharbour%2Fsettings%2Fmembers");
  await expect(page.getByText("Sign in to go on where you were.")).toBeVisible();
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 768, height: 1024 } });

  test("nothing hangs over an edge, however long the names are", async ({ cast, open }) => {
    const { ana, ben, workspaceId } = cast;
    await ben.accounts.updateMe({ name: "Wolfeschlegelsteinhausenbergerdorff-Maximiliane von und zu Hohenlohe" });
    await ana.workspaces.updateWorkspace({ workspaceId, name: "Harbour of Nordhaven and all of its ferries" });
    await ana.rooms.createRoom({ workspaceId, kind: "channel", visibility: "public", name: "long-".repeat(15) });
    const page = await open(ana, "/w/harbour/people");
    for (const path of ["people", "browse", "settings/profile", "settings/members", "settings/general"]) {
      await page.goto(`/w/harbour/${path}`);
      await expect(page.getByRole("main").getByRole("textbox").first()).toBeVisible();
      expect(await findBeyondEdges(page), path).toEqual([]);
    }
  });
});
