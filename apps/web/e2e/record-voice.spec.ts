import { expect, expectAccessible, test } from "./kit/index.ts";

test.use({
  launchOptions: {
    executablePath: process.env.ALTHING_CHROMIUM ?? "/usr/bin/chromium-headless-shell",
    args: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--disable-gpu"],
  },
});

test("Ana speaks a note, hears it first, and Ben can play it", async ({ cast, open }) => {
  const path = `/w/harbour/r/${cast.harbour.id}`;
  const [ana, ben] = [await open(cast.ana, path), await open(cast.ben, path)];
  await ana.context().grantPermissions(["microphone"]);
  await ana.getByRole("button", { name: "Record a voice note" }).click();
  const recorder = ana.getByRole("group", { name: "Voice note" });
  await expect(recorder.getByRole("timer")).toHaveText("0:01");
  await expectAccessible(ana);
  await recorder.getByRole("button", { name: "Stop and listen" }).click();
  await expect(recorder.locator("audio")).toBeVisible();
  await recorder.getByRole("button", { name: "Send the voice note" }).click();
  await expect(recorder).toHaveCount(0);
  const note = ben.getByRole("article", { name: /Voice note/ });
  await expect(note.locator("audio")).toBeVisible();
  const lasts = await note.locator("audio").evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true;
    await audio.play();
    return audio.readyState;
  });
  expect(lasts).toBeGreaterThan(1);
  await expectAccessible(ben);
});

test("a note that one leaves waits beside the draft of its room", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await page.context().grantPermissions(["microphone"]);
  await page.getByRole("button", { name: "Record a voice note" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:01");
  await page.getByRole("link", { name: "pier" }).click();
  await expect(page.getByRole("textbox", { name: "Message #pier" })).toBeVisible();
  await page.getByRole("link", { name: "harbour" }).first().click();
  await expect(page.getByRole("list", { name: "Files that go with your message" }).getByRole("listitem")).toHaveCount(
    1,
  );
});
