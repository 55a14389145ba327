import { speech, startModelProvider } from "@althing/testkit/model-provider";
import { sendFiles, voiceNote } from "./kit/files.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

test.use({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" } });

test("Ben has Ana's voice note written down, and both read it", async ({ cast, open }) => {
  const { ana, ben, workspaceId, harbour } = cast;
  const provider = await startModelProvider();
  const path = `/w/harbour/r/${harbour.id}`;
  const sent = await sendFiles(ana, { workspaceId, roomId: harbour.id, files: [voiceNote("crane.wav")] });
  const early = await open(ben, path);
  const unheard = early.locator(`[data-message-id="${sent.id}"]`);
  await expect(unheard.locator("audio")).toBeVisible();
  await expect(unheard.getByRole("button", { name: "Write it down" })).toHaveCount(0);

  const { id: providerId } = await ana.models.createProvider({
    workspaceId,
    kind: "compatible",
    name: "Harbour models",
    baseUrl: provider.url,
    key: "sk-harbour-0123456789",
  });
  await ana.models.setTranscription({
    workspaceId,
    choice: { providerId, modelId: "whisper-1" },
    microsPerMinute: 6_000,
  });
  const [anas, bens] = [await open(ana, path), await open(ben, path)];
  const noteOf = (page: typeof anas) => page.locator(`[data-message-id="${sent.id}"]`);

  provider.listen(() => Response.json({ error: { message: "Invalid file format." } }, { status: 400 }));
  await noteOf(bens).getByRole("button", { name: "Write it down" }).click();
  for (const page of [anas, bens]) {
    await expect(noteOf(page).getByText("did not understand the request")).toBeVisible();
    await expectAccessible(page);
  }

  let hear = (_: Response): void => undefined;
  provider.listen(
    () =>
      new Promise((resolve) => {
        hear = resolve;
      }),
  );
  await noteOf(bens).getByRole("button", { name: "Try to write it down again" }).click();
  for (const page of [anas, bens]) {
    await expect(noteOf(page).getByRole("button", { name: "Being written down…" })).toBeVisible();
    await expectAccessible(page);
  }
  await expect.poll(() => provider.recordings.length).toBe(2);
  hear(speech("The crane is broken.", 4));
  for (const page of [anas, bens]) {
    await expect(noteOf(page).getByText("The crane is broken.")).toBeVisible();
    await expectAccessible(page);
  }
  // Who asked is still where they were.
  await expect(noteOf(bens).getByRole("button", { name: "Hide the words" })).toBeFocused();
  await bens.keyboard.press("Enter");
  await expect(noteOf(bens).getByText("The crane is broken.")).toHaveCount(0);
  await noteOf(bens).getByRole("button", { name: "Show the words" }).click();
  await expect(noteOf(bens).getByText("The crane is broken.")).toBeVisible();
  await bens.reload();
  await expect(noteOf(bens).getByText("The crane is broken.")).toBeVisible();

  await ana.models.setBudget({ workspaceId, scope: "workspace", period: "day", limitMicros: 0 });
  const { id } = await sendFiles(ana, { workspaceId, roomId: harbour.id, files: [voiceNote("tide.wav")] });
  const next = bens.locator(`[data-message-id="${id}"]`);
  await next.getByRole("button", { name: "Write it down" }).click();
  await expect(next.getByText(/The budget is used up/)).toBeVisible();
  await expectAccessible(bens);
  await provider.stop();
});
