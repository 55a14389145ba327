import { expect, test } from "./kit/index.ts";

test("Ana makes an invitation by a link, finds it in the settings, and withdraws it", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/settings/invitations");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Invite people" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Invite people" });
  await dialog.getByLabel("Send to").fill("nobody at all");
  await dialog.getByRole("button", { name: "Make a link" }).click();
  await expect(dialog.getByText("Not a whole address: nobody at all")).toBeVisible();
  await dialog.getByLabel("Send to").fill("");
  await dialog.getByRole("button", { name: "Make a link" }).click();
  await expect(dialog.getByLabel("Invitation link")).toHaveValue(/\/invite\//);
  await dialog.getByRole("button", { name: "Done" }).click();
  const row = main.getByRole("row").filter({ hasText: "Anyone with the link" }).filter({ hasText: "not yet" });
  await expect(row).toHaveCount(1);
  await row.getByRole("button", { name: "Withdraw" }).click();
  await expect(row).toHaveCount(0);
});

test("Ana makes a role and gives it to Ben", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/settings/roles");
  await page.getByRole("button", { name: "New role" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title", { exact: true }).fill("Moderator");
  await dialog.getByLabel("Name", { exact: true }).fill("moderator");
  await dialog.getByRole("checkbox", { name: "Delete messages of others" }).click();
  await dialog.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Moderator" })).toContainText("One permission");

  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("button", { name: "Change the roles of Ben" }).click();
  await page.getByRole("menuitem", { name: "Change the roles of Ben" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Moderator" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save roles" }).click();
  await expect(page.getByRole("row", { name: /Ben/ })).toContainText("Moderator");
});
