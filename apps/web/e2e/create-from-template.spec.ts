import { expect, expectAccessible, test } from "./kit/index.ts";

test("Ana keeps a room as a template, and Ben makes a room from it", async ({ cast, open }) => {
  const { ana, ben, cem, pier } = cast;
  const { id: messageId } = await ana.messages.sendMessage({ roomId: pier.id, body: "Tide tables are on the wall" });
  await ana.messages.pinMessage({ roomId: pier.id, messageId });
  await ana.rooms.updateRoom({ roomId: pier.id, topic: "Who ties up where", guidelines: "Mind the ropes." });

  const anas = await open(ana, `/w/harbour/r/${pier.id}`);
  await anas.getByRole("button", { name: "More actions", exact: true }).click();
  await anas.getByRole("menuitem", { name: "Save as template" }).click();
  const saving = anas.getByRole("dialog", { name: "New template" });
  await expect(saving.getByLabel("Pinned message 1")).toHaveValue("Tide tables are on the wall");
  await saving.getByLabel("Name of the template").fill("Quay");
  await saving.getByRole("combobox", { name: "Always add" }).fill("cem");
  await anas.getByRole("option", { name: /Cem/ }).click();
  await expectAccessible(anas, "[role=dialog]");
  await saving.getByRole("button", { name: "Save template" }).click();
  await expect(saving).toBeHidden();

  const bens = await open(ben, "/w/harbour/browse");
  await bens.getByRole("button", { name: "New channel" }).click();
  const making = bens.getByRole("dialog", { name: "New channel" });
  await making.getByRole("radio", { name: "Quay" }).click();
  await making.getByLabel("Name", { exact: true }).fill("North Quay");
  const preview = making.getByRole("region", { name: "What it makes" });
  await expect(preview).toContainText("north-quay");
  await expect(preview).toContainText("1 pinned message");
  await expect(preview).toContainText("Adds Cem");
  await expectAccessible(bens, "[role=dialog]");
  await making.getByRole("button", { name: "Create channel" }).click();

  await expect(bens.getByRole("heading", { level: 1, name: "north-quay" })).toBeVisible();
  await expect(bens.getByText("Mind the ropes.")).toBeVisible();
  const said = bens.getByRole("group", { name: "Messages" });
  await expect(said.getByText("Tide tables are on the wall")).toBeVisible();
  await expect(said.getByText("pinned a message")).toBeHidden();
  const rooms = await cem.rooms.listRooms({ workspaceId: cast.workspaceId });
  expect(rooms.map(({ name }) => name)).toContain("north-quay");
});

test("a built-in template makes a set of rooms, or none where a name is taken", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/browse");
  await page.getByRole("button", { name: "Add to Channels" }).click();
  await page.getByRole("menuitem", { name: "New from a template" }).click();
  const dialog = page.getByRole("dialog", { name: "New channel" });
  await expect(dialog.getByRole("radio", { name: "Project" })).toBeChecked();
  await dialog.getByLabel("Name", { exact: true }).fill("pier");
  await expect(dialog.getByText("There is a channel called pier already.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Create 2 channels" })).toBeDisabled();
  await dialog.getByLabel("Name", { exact: true }).fill("new crane");
  await dialog.getByRole("button", { name: "Create 2 channels" }).click();
  const sidebar = page.getByRole("navigation");
  await expect(sidebar.getByRole("link", { name: "new-crane", exact: true })).toBeVisible();
  await expect(sidebar.getByRole("link", { name: "new-crane-updates" })).toBeVisible();
});

test("templates are made, changed and deleted in the settings", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/settings/room-templates");
  const list = page.getByRole("list", { name: "Room templates" });
  await page.getByRole("button", { name: "Make a template like Event" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the template").fill("Regatta");
  await dialog.getByRole("button", { name: "Add a channel" }).click();
  await dialog.getByRole("button", { name: "Save template" }).click();
  await expect(list.getByRole("listitem").filter({ hasText: "Regatta" })).toContainText("3 channels");
  await expectAccessible(page, "main");

  await page.getByRole("button", { name: "Edit Regatta" }).click();
  await dialog.getByLabel("Name of the template").fill("Race");
  await dialog.getByRole("button", { name: "Save template" }).click();
  await page.getByRole("button", { name: "Delete Race" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete template" }).click();
  await expect(list.getByText("Race")).toBeHidden();
});
