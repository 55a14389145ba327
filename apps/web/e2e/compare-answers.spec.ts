import { say, startModelProvider } from "@althing/testkit/model-provider";
import { expect, expectAccessible, test } from "./kit/index.ts";

test.use({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" } });

test("Ana asks another model the same, sees both answers, and goes on with the first", async ({ cast, open }) => {
  const { ana, workspaceId } = cast;
  const provider = await startModelProvider();
  provider.answer(({ modelId }) => say(modelId === "fake-large" ? "The ferry leaves at nine." : "At ten, I think."));
  const { id: providerId } = await ana.models.createProvider({
    workspaceId,
    kind: "compatible",
    name: "Harbour models",
    baseUrl: provider.url,
    key: "sk-harbour-0123456789",
  });
  for (const modelId of ["fake-large", "fake-small"]) await ana.models.setModel({ workspaceId, providerId, modelId });
  const pilot = await ana.assistants.createAssistant({
    workspaceId,
    name: "Pilot",
    model: { providerId, modelId: "fake-large" },
    citesSources: false,
  });
  const { id: roomId } = await ana.assistants.openChat({ workspaceId, assistantId: pilot.id });
  const page = await open(ana, `/w/harbour/r/${roomId}`);
  const field = page.getByRole("textbox");
  await field.fill("When does the ferry leave?");
  await field.press("Enter");
  const answer = page.getByRole("article", { name: /The ferry leaves at nine/ });
  await expect(answer).toBeVisible();
  await answer.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Compare with another…" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare with another answer" });
  await dialog.getByRole("combobox", { name: "Whom to ask" }).click();
  await page.getByRole("option", { name: /fake-small/ }).click();
  await dialog.getByRole("button", { name: "Ask and compare" }).click();

  await expect(page.getByRole("region", { name: "The question" })).toContainText("When does the ferry leave?");
  const answers = page.getByRole("region", { name: "Answers" });
  await expect(answers.getByRole("article", { name: "Answer of fake-large" })).toContainText("at nine");
  await expect(answers.getByRole("article", { name: "Answer of fake-small" })).toContainText("At ten, I think.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("tab", { name: "fake-large" }).click();
  await expect(page.getByRole("article", { name: "Answer of fake-large" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on with this: fake-large" }).click();
  await expect(page.getByRole("article", { name: /The ferry leaves at nine/ })).toBeVisible();
  await expect(page.getByText("1 of 2")).toBeVisible();
  await provider.stop();
});
