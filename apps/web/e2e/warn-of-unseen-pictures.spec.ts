import { startModelProvider } from "@althing/testkit/model-provider";
import { picture, text } from "./kit/files.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

test.use({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" } });

test("Ana hears before she sends that the model sees no pictures, for as long as one lies there", async ({
  cast,
  open,
}) => {
  const { ana, workspaceId } = cast;
  const provider = await startModelProvider();
  const whose = { workspaceId, kind: "compatible", name: "Harbour models", baseUrl: provider.url } as const;
  const { id: providerId } = await ana.models.createProvider({ ...whose, key: "sk-harbour-0123456789" });
  const model = { providerId, modelId: "fake-large" };
  await ana.models.setModel({ workspaceId, ...model });
  const { id: assistantId } = await ana.assistants.createAssistant({ workspaceId, name: "Pilot", model });
  const { id: roomId } = await ana.assistants.openChat({ workspaceId, assistantId });

  const page = await open(ana, `/w/harbour/r/${roomId}`);
  const notice = page.getByText("cannot see pictures: Pilot is told only what they are called.");
  const attach = async (file: ReturnType<typeof picture>) => {
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Attach files" }).click();
    await (await choosing).setFiles([file]);
  };
  await attach(text("times.txt", "Nine"));
  await attach(picture("quay.png", 64, 64));
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove quay.png" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove times.txt" })).toBeVisible();

  // To a model that sees them, nothing is to be said.
  await ana.models.setModel({ workspaceId, ...model, takesImages: true });
  await page.reload();
  await attach(picture("pier.png", 64, 64));
  await expect(page.getByRole("button", { name: "Remove pier.png" })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await provider.stop();
});
