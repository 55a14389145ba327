import { expect, expectAccessible, test } from "./kit/index.ts";

test("Cem looks into a channel he has found, joins it, and leaves it again", async ({ cast, open }) => {
  await cast.ana.rooms.createRoom({
    workspaceId: cast.workspaceId,
    kind: "channel",
    name: "tide-tables",
    topic: "Ebb and flow",
  });
  const page = await open(cast.cem, "/w/harbour/browse");
  await page.getByLabel("Search channels").fill("tide");
  const list = page.getByRole("list", { name: "Public channels" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText("Ebb and flow");
  await expectAccessible(page, "main");

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("You are looking at tide-tables.")).toBeVisible();
  const sidebar = page.getByRole("navigation");
  await expect(sidebar.getByRole("link", { name: "tide-tables" })).toBeHidden();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(sidebar.getByRole("link", { name: "tide-tables" })).toBeVisible();
  await expect(page.getByText("You are looking at tide-tables.")).toBeHidden();

  await sidebar.getByRole("link", { name: "tide-tables" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Leave" }).click();
  await page.getByRole("alertdialog", { name: "Leave tide-tables?" }).getByRole("button", { name: "Leave" }).click();
  await expect(sidebar.getByRole("link", { name: "tide-tables" })).toBeHidden();
});

test("what is not found can be made, and an archived room is found and restored", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/browse");
  await page.getByLabel("Search channels").fill("lighthouse");
  await page.getByRole("button", { name: "Create lighthouse" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create channel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "lighthouse" })).toBeVisible();

  await page.getByRole("button", { name: "More actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("This room is archived")).toBeVisible();

  await page.getByRole("link", { name: "Browse channels" }).click();
  await page.getByRole("tab", { name: "Archived" }).click();
  await expect(page).toHaveURL(/tab=archived/);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("No archived rooms")).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "lighthouse" })).toBeVisible();
});
