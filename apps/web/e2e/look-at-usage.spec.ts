import { report, say, startModelProvider } from "@althing/testkit/model-provider";
import type { Cast } from "./kit/cast.ts";
import { findBeyondEdges } from "./kit/fits.ts";
import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

test.use({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" } });

const key = "sk-harbour-0123456789abcdef-WXYZ";
const million = 1_000_000;
const prices = { input: million, cachedInput: million, cacheWrite: million, output: million };

/** Ben asked a large model for three dollars, and a small one for one. */
async function spend({ ana, ben, workspaceId, harbour }: Cast) {
  const provider = await startModelProvider({ key });
  const { id: providerId } = await ana.models.createProvider({
    workspaceId,
    kind: "compatible",
    name: "Harbour models",
    baseUrl: provider.url,
    key,
  });
  for (const [name, modelId] of [
    ["Pilot", "fake-large"],
    ["Deckhand", "fake-small"],
  ] as const) {
    await ana.models.setModel({ workspaceId, providerId, modelId, prices });
    await ana.assistants.createAssistant({ workspaceId, name, model: { providerId, modelId } });
  }
  const spent = async () => (await ana.models.getUsage({ workspaceId, whose: "all" })).total.entryCount;
  provider.answer(() => [...say("Aye."), report({ inputTokens: 3 * million, outputTokens: 0 })]);
  await ben.messages.sendMessage({ roomId: harbour.id, body: "@pilot where to?" });
  await expect.poll(spent).toBe(1);
  provider.answer(() => [...say("Aye."), report({ inputTokens: million, outputTokens: 0 })]);
  await ben.messages.sendMessage({ roomId: harbour.id, body: "@deckhand ahoy" });
  await expect.poll(spent).toBe(2);
  return provider;
}

test("Ana sees what each day was spent on, with the pointer, with the keys and as a table", async ({ cast, open }) => {
  const provider = await spend(cast);
  const page = await open(cast.ana, "/w/harbour/settings/usage");
  const chart = page.getByRole("figure", { name: "Spent a day" });
  const named = chart.getByRole("listitem");
  await expect(named).toHaveText([/fake-large · Harbour models.*\$3\.00/, /fake-small · Harbour models.*\$1\.00/]);

  const days = chart.getByRole("slider", { name: "Spent a day" });
  await days.focus();
  await expect(days).toHaveAttribute("aria-valuetext", /\$4\.00, fake-large.*\$3\.00, fake-small.*\$1\.00/);
  await page.keyboard.press("ArrowLeft");
  await expect(days).toHaveAttribute("aria-valuetext", /\$0\.00$/);
  await expect(named.first()).toContainText("$0.00");
  await page.keyboard.press("End");
  await expect(named.first()).toContainText("$3.00");

  await chart.getByText("Spent a day in numbers").click();
  const table = chart.getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(["In all", /fake-large/, /fake-small/]);
  await expect(table.getByRole("row").last().getByRole("cell")).toHaveText([/4\.00/, /3\.00/, /1\.00/]);
  await expect(table.getByRole("row")).toHaveCount(31);
  await inEveryLook(page);

  await page.getByRole("combobox", { name: "By what" }).click();
  await page.getByRole("option", { name: "Member" }).click();
  await expect(named).toHaveText([/Ben.*\$4\.00/]);
  await provider.stop();
});

test("Ana enters a provider's bill, sees how far the ledger is from it, and deletes it", async ({ cast, open }) => {
  const provider = await spend(cast);
  const page = await open(cast.ana, "/w/harbour/settings/usage");
  const bills = page.getByRole("list", { name: "Bills of providers" });
  await page.getByRole("button", { name: "Enter a bill" }).click();
  const dialog = page.getByRole("dialog", { name: "Enter a bill" });
  const today = new Date().toISOString().slice(0, 10);
  await dialog.getByLabel("From").fill(today);
  await dialog.getByLabel("To").fill("2026-01-01");
  await expect(dialog.getByText("It ends before it begins.")).toBeVisible();
  await dialog.getByLabel("To").fill(today);
  await dialog.getByLabel("Billed, in US dollars").fill("five");
  await expect(dialog.getByText("This is no amount.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save bill" })).toBeDisabled();
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByLabel("Billed, in US dollars").fill("5");
  await dialog.getByRole("button", { name: "Save bill" }).click();
  const bill = bills.getByRole("listitem");
  await expect(bill).toContainText(/Harbour models.*Differs/);
  await expect(bill.getByRole("definition")).toHaveText(["US$5.00", "US$4.00", "+US$1.00+20%"]);
  await expect(bill).toContainText("All of the ledger’s sum is by tokens that the provider told.");
  await inEveryLook(page);

  await page.getByRole("button", { name: "Enter a bill" }).click();
  await dialog.getByLabel("From").fill(today);
  await dialog.getByLabel("To").fill(today);
  await dialog.getByLabel("Billed, in US dollars").fill("4.01");
  await dialog.getByRole("button", { name: "Save bill" }).click();
  await expect(bill).toContainText("Agrees");
  await expect(bill).toHaveCount(1);
  await bill.getByRole("button", { name: /Delete the bill of Harbour models/ }).click();
  await expect(bill).toHaveCount(0);
  expect(await cast.ana.models.listBills({ workspaceId: cast.workspaceId })).toEqual([]);
  await provider.stop();
});

/** Readable in light, dark and high contrast, and within the edges of a phone. */
async function inEveryLook(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.locator("html").evaluate((root) => root.setAttribute("data-theme", "high-contrast"));
  await expectAccessible(page);
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findBeyondEdges(page)).toEqual([]);
  await page.setViewportSize(wide);
}
