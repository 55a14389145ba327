import { importChat } from "./kit/chats.ts";
import { findBeyondEdges } from "./kit/fits.ts";
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

test("Ana reads the record of legal holds, who put them on and took them off, and sees a new one arrive", async ({
  cast,
  open,
  faults,
}) => {
  const { ana, workspaceId } = cast;
  faults.expect(/ERR_FAILED/);
  const page = await open(ana, "/w/harbour/settings/profile");
  await page.route(/chat-retention\/holds/, (route) => route.abort());
  await page.getByRole("link", { name: "Keeping conversations" }).click();
  const record = page.getByRole("region", { name: "Record" });
  const again = record.getByRole("alert").getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  await page.unroute(/chat-retention\/holds/);
  await again.click();
  await expect(record.getByText("No legal hold was ever put on.")).toBeVisible();
  for (let index = 1; index <= 12; index++) {
    await ana.chats.setChatRetention({ workspaceId, legalHold: true, reason: `Case ${index}` });
    if (index < 12) await ana.chats.setChatRetention({ workspaceId, legalHold: false });
  }
  const rows = record.getByRole("row");
  await expect(rows.nth(1)).toContainText("Case 12");
  await expect(rows.nth(1).getByRole("cell").last()).toHaveText("On");
  await expect(rows.nth(2)).toContainText(/Case 11.*Ana.*Ana/);
  await record.getByRole("button", { name: "Show more" }).click();
  await expect(rows.last()).toContainText("Case 1");
  await expect(rows).toHaveCount(13);
  await expect(record.getByRole("button", { name: "Show more" })).toBeHidden();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findBeyondEdges(page)).toEqual([]);
});

test("Ben keeps a conversation whatever is decided, and does not decide it", async ({ cast, open }) => {
  await cast.ana.chats.setChatRetention({ workspaceId: cast.workspaceId, days: 30 });
  const { roomId } = await importChat(cast.ben, cast.workspaceId);
  const page = await open(cast.ben, `/w/harbour/r/${roomId}`);
  const openKeeping = async () => {
    await page.locator("main > header").getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "How long it stays", exact: true }).click();
  };
  await openKeeping();
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

  await openKeeping();
  await expect(keep).toContainText("Else it goes 7 days after its last message");
  await keep.click();
  await expect(keep).toBeChecked();
  await expectAccessible(page, "[role=menu]");
  expect(await cast.ben.chats.getChatKeeping({ roomId })).toMatchObject({ kept: true });
  await page.goto("/w/harbour/settings/my-assistants");
  await expect(page.getByRole("heading", { name: "Assistants" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Keeping conversations" })).toHaveCount(0);
});
