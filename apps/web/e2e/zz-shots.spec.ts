import { hand, picture, sendFiles, text } from "./kit/files.ts";
import { signIn } from "./kit/cast.ts";
import { expect, test } from "./kit/index.ts";

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 860 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 860 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

test("shots", async ({ server, browser, cast }) => {
  const { ana, ben, workspaceId, harbour: { id: roomId } } = cast;
  await sendFiles(ben, { workspaceId, roomId, body: "The quay this evening", files: [picture("quay.png", 900, 600)] });
  await sendFiles(ana, { workspaceId, roomId, body: "And mine", files: ["a", "b", "c"].map((n, i) => picture(`${n}.png`, 500, 400, i * 40)) });
  await sendFiles(ben, { workspaceId, roomId, body: "All of them", files: ["a", "b", "c", "d", "e", "f"].map((n, i) => picture(`${n}.png`, 400, 400, i * 25 - 50)) });
  const wav = (() => { const b = Buffer.alloc(44 + 8000); b.write("RIFF", 0); b.writeUInt32LE(36 + 8000, 4); b.write("WAVEfmt ", 8); b.writeUInt32LE(16, 16); b.writeUInt16LE(1, 20); b.writeUInt16LE(1, 22); b.writeUInt32LE(8000, 24); b.writeUInt32LE(8000, 28); b.writeUInt16LE(1, 32); b.writeUInt16LE(8, 34); b.write("data", 36); b.writeUInt32LE(8000, 40); return b; })();
  await sendFiles(ana, { workspaceId, roomId, body: "Papers", files: [
    text("timetable-of-all-ferries-of-the-northern-line-2026-final-version.txt", "Nine"),
    { name: "minutes.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF") },
    { name: "charts.zip", mimeType: "application/zip", buffer: Buffer.concat([Buffer.from("504b0304140000000000", "hex"), Buffer.alloc(300)]) },
    { name: "horn.wav", mimeType: "audio/wav", buffer: wav }] });
  for (const [look, options] of Object.entries(looks)) {
    const context = await browser.newContext({ ...options, baseURL: server.url });
    const page = await context.newPage();
    await signIn(page, ana);
    await page.goto(`/w/harbour/r/${roomId}`);
    await expect(page.getByRole("button", { name: "Attach files" })).toBeVisible();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Attach files" }).click();
    await (await choosing).setFiles([picture("evening-at-the-quay.png", 640, 400), text("timetable-of-all-ferries-2026.txt", "Nine"), text("empty.txt", "")]);
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await page.getByRole("textbox", { name: "Message #harbour" }).fill("Look at this");
    await page.getByRole("button", { name: /Download charts/ }).scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `/tmp/shots/cards-${look}.png` });
    await page.getByRole("group", { name: "Messages", exact: true }).locator("[data-scroller]").evaluate((e) => (e.scrollTop = 260));
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `/tmp/shots/images-${look}.png` });
    await page.getByRole("button", { name: "Open picture a.png" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `/tmp/shots/lightbox-${look}.png` });
    await page.keyboard.press("Escape");
    await hand(page.getByRole("main"), "dragover", [text("x.txt", "x")]);
    await page.screenshot({ path: `/tmp/shots/drop-${look}.png` });
    await page.goto("/design#files");
    await page.locator("#files").scrollIntoViewIfNeeded();
    await page.screenshot({ path: `/tmp/shots/design-${look}.png` });
    await context.close();
  }
});
