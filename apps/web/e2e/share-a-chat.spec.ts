import { readFile } from "node:fs/promises";
import { readPdf } from "@althing/testkit/read-pdf";
import { importChat } from "./kit/chats.ts";
import { findBeyondEdges } from "./kit/fits.ts";
import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

const openMenu = (page: Page) => page.locator("main > header").getByRole("button", { name: "More actions" }).click();

test("Ana shares a conversation with anyone, who reads it without an account; taken back, there is nothing", async ({
  cast,
  open,
  page: outside,
}) => {
  const { roomId } = await importChat(cast.ana, cast.workspaceId);
  const page = await open(cast.ana, `/w/harbour/r/${roomId}`);
  await openMenu(page);
  await page.getByRole("menuitem", { name: "Share…" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this conversation" });
  await dialog.getByRole("radio", { name: /Anyone who has the link/ }).click();
  await dialog.getByRole("checkbox", { name: "All branches" }).click();
  await dialog.getByRole("combobox", { name: "Ends" }).click();
  await page.getByRole("option", { name: "After a week" }).click();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const url = await dialog.getByLabel("Your link").inputValue();
  await expectAccessible(page);

  await outside.goto(new URL(url).pathname);
  await expect(outside.getByRole("heading", { name: "Ferries" })).toBeVisible();
  await expect(outside.getByText("On Sundays there is no ferry.")).toBeVisible();
  await expect(outside.getByRole("textbox")).toHaveCount(0);
  await outside.getByRole("button", { name: "Previous branch" }).click();
  await expect(outside.getByRole("cell", { name: "1.2 m" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await outside.emulateMedia({ colorScheme });
    await expectAccessible(outside);
  }
  expect(await findBeyondEdges(outside)).toEqual([]);

  // A link in what others wrote says where it would lead, and leads there only when one says so.
  await outside.getByRole("button", { name: "the tables" }).click();
  const question = outside.getByRole("alertdialog");
  await expect(question).toContainText("https://tides.example/?q=secret");
  await question.getByRole("button", { name: "Cancel" }).click();

  await page.keyboard.press("Escape");
  await page.goto("/w/harbour/settings/my-assistants");
  await expect(page.getByRole("list", { name: "Links to conversations" })).toContainText("Ferries");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take back the link to Ferries" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("You share nothing")).toBeVisible();
  await outside.reload();
  await expect(outside.getByRole("heading", { name: "There is nothing under this link" })).toBeVisible();
  await expectAccessible(outside);
});

test("what Ben shares with members opens for Cem, and for Eve there is nothing", async ({ cast, open, page }) => {
  const { roomId } = await importChat(cast.ben, cast.workspaceId);
  const { token } = await cast.ben.chats.createShare({ roomId });
  const cems = await open(cast.cem, `/share/${token}`);
  await expect(cems.getByRole("heading", { name: "Ferries" })).toBeVisible();
  await expect(cems.getByText("Thank you!")).toBeVisible();
  const eves = await open(cast.eve, `/share/${token}`);
  await expect(eves.getByText("workspace that you do not belong to")).toBeVisible();
  await page.goto(`/share/${token}`);
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/sign-in\?next=%2Fshare%2F/);
});

test("Ana takes a conversation out as PDF and as JSON, and Ben brings it in again with all its branches", async ({
  cast,
  open,
}) => {
  const { roomId } = await importChat(cast.ana, cast.workspaceId);
  const page = await open(cast.ana, `/w/harbour/r/${roomId}`);
  await openMenu(page);
  await page.getByRole("menuitem", { name: "Export" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^JSON/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Ferries.json");
  const content = await readFile(await download.path());

  await openMenu(page);
  await page.getByRole("menuitem", { name: "Export" }).click();
  const printed = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^PDF/ }).click();
  expect((await printed).suggestedFilename()).toBe("Ferries.pdf");
  const { title, text } = readPdf(await readFile(await (await printed).path()));
  expect(title).toBe("Ferries");
  expect(text).toContain("On Sundays there is no ferry.");

  const bens = await open(cast.ben, "/w/harbour/assistants/import");
  const input = bens.getByLabel(/Choose a file/);
  await input.setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("{]") });
  await expect(bens.getByText("This file cannot be read")).toBeVisible();
  await input.setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') });
  await expect(bens.getByText("This is no export that can be read")).toBeVisible();
  await input.setInputFiles({ name: "Ferries.json", mimeType: "application/json", buffer: content });
  await expect(bens.getByText("1 conversation from Althing")).toBeVisible();
  await expect(bens.getByRole("listitem").filter({ hasText: "Ferries" })).toContainText("4 messages · 2 branches");
  await expectAccessible(bens);
  await bens.getByRole("button", { name: "Bring 1 conversation in" }).click();
  await expect(bens.getByText("1 new, 0 here already, 0 empty")).toBeVisible();
  await expectAccessible(bens);
  await bens.getByRole("list", { name: "Conversations" }).getByRole("link", { name: "Ferries" }).click();
  await expect(bens.getByText("Thank you!")).toBeVisible();
  await expect(bens.getByText("2 of 2")).toBeVisible();
});
