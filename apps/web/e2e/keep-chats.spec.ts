import { importChat } from "./kit/chats.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

test("Ana decides how long conversations are kept, sees what would go, and holds them all", async ({ cast, open }) => {
  await importChat(cast.ben, cast.workspaceId);
  const page = await open(cast.ana, "/w/harbour/settings/keeping");
  await page.getByRole("radio", { name: /For a time/ }).click();
  const days = page.getByLabel("Days");
  await days.fill("0");
  await expect(page.getByText("Write a number from 1 to 36,500.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  await days.fill("30");
  await expect(page.getByRole("heading", { name: "Nothing would go now" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved; what is due goes within the hour")).toBeVisible();

  await page.getByRole("switch", { name: "Delete no conversation" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Put the hold on" })).toBeDisabled();
  await dialog.getByLabel("What it is for").fill("The case of the lost ferry");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Put the hold on" }).click();
  await expect(page.getByText("On: nothing is deleted")).toBeVisible();
  await expect(page.getByRole("figure")).toContainText("The case of the lost ferry");
  await expect(page.getByRole("figure")).toContainText("Ana put it on");
  await expect(page.getByText("A legal hold keeps them all for now.")).toBeVisible();
  await expectAccessible(page);
  expect(await cast.ana.chats.getChatRetention({ workspaceId: cast.workspaceId })).toMatchObject({
    days: 30,
    legalHold: true,
    hold: { reason: "The case of the lost ferry", by: cast.ana.id },
  });
});

test("Ben keeps a conversation whatever is decided, and does not decide it", async ({ cast, open }) => {
  await cast.ana.chats.setChatRetention({ workspaceId: cast.workspaceId, days: 30 });
  const { roomId } = await importChat(cast.ben, cast.workspaceId);
  const page = await open(cast.ben, `/w/harbour/r/${roomId}`);
  await page.locator("main > header").getByRole("button", { name: "More actions" }).click();
  const keep = page.getByRole("menuitemcheckbox", { name: /Keep this conversation/ });
  await expect(keep).toContainText("Else it goes 30 days after its last message");
  await page.getByRole("menuitem", { name: "How long it stays…" }).click();
  const dialog = page.getByRole("dialog", { name: "How long this conversation stays" });
  await dialog.getByRole("radio", { name: /A time of its own/ }).check();
  await dialog.getByRole("textbox", { name: "Days after its last message" }).fill("7");
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  expect(await cast.ben.chats.getChatKeeping({ roomId })).toMatchObject({ ownDays: 7, kept: false });

  await page.locator("main > header").getByRole("button", { name: "More actions" }).click();
  await expect(keep).toContainText("Else it goes 7 days after its last message");
  await keep.click();
  await expect(keep).toBeChecked();
  await expectAccessible(page, "[role=menu]");
  expect(await cast.ben.chats.getChatKeeping({ roomId })).toMatchObject({ kept: true });
  await page.goto("/w/harbour/settings/my-assistants");
  await expect(page.getByRole("heading", { name: "Assistants" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Keeping conversations" })).toHaveCount(0);
});
