import { report, say, startModelProvider } from "@althing/testkit/model-provider";
import { expect, expectAccessible, test } from "./kit/index.ts";

test.use({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" } });

const key = "sk-harbour-0123456789abcdef-WXYZ";

test("Ana connects a provider, hears what is wrong with its key, switches a model on, and sets a budget", async ({
  cast,
  open,
}) => {
  const provider = await startModelProvider({ key });
  const page = await open(cast.ana, "/w/harbour/settings/models");
  await page.getByRole("button", { name: "Connect a provider" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Provider" }).click();
  await page.getByRole("option", { name: /OpenAI-compatible/ }).click();
  await dialog.getByLabel("Name").fill("Harbour models");
  await dialog.getByLabel("Address").fill(provider.url);
  await dialog.getByLabel("Key", { exact: true }).fill("sk-not-this-one-0123456789");
  await dialog.getByRole("button", { name: "Connect a provider" }).click();
  await expect(page.getByText("Wrong key", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "More about Harbour models" }).click();
  await page.getByRole("menuitem", { name: "Change…" }).click();
  await dialog.getByLabel("Key", { exact: true }).fill(key);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Works", { exact: true })).toBeVisible();
  await expect(page.getByText("Key …WXYZ")).toBeVisible();
  await page.getByRole("switch", { name: "Use Fake Large" }).click();
  await expect(page.getByRole("switch", { name: "Use Fake Large" })).toBeChecked();
  const row = page.getByRole("row").filter({ hasText: "Fake Large" });
  await row.getByRole("button", { name: "Change" }).click();
  await dialog.getByLabel("Read", { exact: true }).fill("1.25");
  await dialog.getByLabel("Written").fill("10");
  await dialog.getByRole("button", { name: "Save model" }).click();
  await expect(row).toContainText(/\$1\.25 in · (US)?\$10\.00 out/);
  const voices = page.getByRole("region", { name: "Voice notes" });
  await expect(voices).toContainText("assistants cannot hear them");
  await voices.getByRole("button", { name: "Choose who" }).click();
  await dialog.getByLabel("US dollars a minute").fill("0.006");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(voices).toContainText("whisper-1 of Harbour models writes them down.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }

  await page.getByRole("link", { name: "Usage and budgets" }).click();
  await expect(page.getByText("Nothing was spent")).toBeVisible();
  await page.getByRole("button", { name: "Set a budget" }).click();
  await dialog.getByLabel("At most, in US dollars").fill("20");
  await dialog.getByRole("button", { name: "Save budget" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "The workspace" })).toContainText(
    /\$0\.00 of (US)?\$20\.00/,
  );
  await expectAccessible(page);
  await provider.stop();
});

test("Ben brings a key of his own, and sees only what concerns him", async ({ cast, open }) => {
  const provider = await startModelProvider({ key });
  await cast.ben.models.createProvider({
    workspaceId: cast.workspaceId,
    personal: true,
    kind: "compatible",
    name: "Bens",
    baseUrl: provider.url,
    key,
  });
  const page = await open(cast.ben, "/w/harbour/settings/my-models");
  await expect(page.getByRole("heading", { name: /Bens/ })).toBeVisible();
  await expect(page.getByText("Key …WXYZ")).toBeVisible();
  await expect(page.getByRole("link", { name: "AI models", exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await provider.stop();
});

test("who has spent most of their budget is told, wherever they are", async ({ cast, open }) => {
  const { ana, ben, workspaceId, harbour } = cast;
  const provider = await startModelProvider({ key });
  provider.answer(() => [...say("Aye."), report({ inputTokens: 900_000, outputTokens: 1 })]);
  const whose = { workspaceId, kind: "compatible", name: "Harbour models", baseUrl: provider.url, key } as const;
  const { id: providerId } = await ana.models.createProvider(whose);
  const model = { providerId, modelId: "fake-large" };
  const prices = { input: 1_000_000, cachedInput: 1_000_000, cacheWrite: 1_000_000, output: 1_000_000 };
  await ana.models.setModel({ workspaceId, ...model, prices });
  await ana.assistants.createAssistant({ workspaceId, name: "Pilot", model });
  const budget = { scope: "member", subjectId: ben.id, period: "month", limitMicros: 1_000_000 } as const;
  await ana.models.setBudget({ workspaceId, ...budget });
  const page = await open(ben, "/w/harbour/people");
  await expect(page.getByText("6 people")).toBeVisible();
  await ben.messages.sendMessage({ roomId: harbour.id, body: "@pilot are we rich?" });
  await expect(page.getByText("Most of your AI budget is spent")).toBeVisible();
  await expect(page.getByText(/0\.90? of .*1\.00 in a month/)).toBeVisible();
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByRole("heading", { name: "What you spent" })).toBeVisible();
  await provider.stop();
});
