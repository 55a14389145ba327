import { readFile } from "node:fs/promises";
import { importChat } from "./kit/chats.ts";
import { hand, picture, sendFiles, text } from "./kit/files.ts";
import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "Message #harbour" });
const shelf = (page: Page) => page.getByRole("list", { name: "Files that go with your message" });
const said = (page: Page, name: RegExp) =>
  page.getByRole("article", { name }).filter({ hasNot: page.locator("[aria-busy=true]") });

async function choose(page: Page, files: readonly ReturnType<typeof picture>[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Attach files" }).click();
  await (await choosing).setFiles([...files]);
}

const isDrawn = (page: Page, name: string) =>
  page.getByRole("img", { name, exact: true }).evaluate((image: HTMLImageElement) => image.decode().then(() => true));

test("Ana sends a picture and a text, and Ben opens both", async ({ cast, open }) => {
  const path = `/w/harbour/r/${cast.harbour.id}`;
  const [ana, ben] = [await open(cast.ana, path), await open(cast.ben, path)];
  await choose(ana, [picture("quay.png"), text("timetable.txt", "Nine o'clock")]);
  await expect(shelf(ana).getByRole("listitem")).toHaveCount(2);
  await expect(shelf(ana).getByRole("progressbar")).toHaveCount(0);
  await expectAccessible(ana);
  await field(ana).fill("The quay, and when to be there");
  await field(ana).press("Enter");
  await expect(shelf(ana)).toHaveCount(0);
  await expect(said(ana, /when to be there, quay.png, timetable.txt/)).toBeVisible();

  const message = said(ben, /when to be there/);
  const small = message.getByRole("button", { name: "Open picture quay.png" });
  await expect(small).toBeVisible();
  expect(await isDrawn(ben, "quay.png")).toBe(true);
  await expectAccessible(ben);
  await small.click();
  const large = ben.getByRole("dialog", { name: "quay.png" });
  await expect(large.getByRole("img", { name: "quay.png" })).toBeVisible();
  await expectAccessible(ben);
  await ben.keyboard.press("Escape");
  await expect(large).toHaveCount(0);
  await expect(small).toBeFocused();

  const saving = ben.waitForEvent("download");
  await message.getByRole("button", { name: /^Download timetable.txt/ }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("timetable.txt");
  expect(await readFile(await saved.path(), "utf8")).toBe("Nine o'clock");

  const sent = await cast.ana.messages.listMessages({ roomId: cast.harbour.id });
  for (const { id: messageId, attachments } of sent) {
    if (attachments.length > 0) await cast.ana.messages.deleteMessage({ roomId: cast.harbour.id, messageId });
  }
  await expect(ben.getByText("This message was deleted.")).toBeVisible();
  await expect(small).toHaveCount(0);
});

test("pictures are walked through by the arrows, also those behind the last that is shown", async ({ cast, open }) => {
  const files = ["one", "two", "three", "four", "five"].map((name, index) =>
    picture(`${name}.png`, 320, 200, index * 20),
  );
  await sendFiles(cast.ana, { workspaceId: cast.workspaceId, roomId: cast.harbour.id, body: "Five", files });
  const page = await open(cast.ben, `/w/harbour/r/${cast.harbour.id}`);
  await expect(page.getByText("+2")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open 2 more pictures" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("4 of 5")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("img", { name: "five.png" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Next picture" })).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press("Home");
  await expect(dialog.getByText("1 of 5")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("files are pasted, dropped on the room and taken away again", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await expect(page.getByRole("button", { name: "Attach files" })).toBeVisible();
  await hand(field(page), "paste", [picture("pasted.png", 64, 64)]);
  await expect(shelf(page).getByText("pasted.png")).toBeVisible();
  const list = page.getByRole("group", { name: "Messages", exact: true });
  await hand(list, "dragover", [text("dropped.txt", "Hello")]);
  await expect(page.getByText("Drop files to attach them")).toBeVisible();
  await expectAccessible(page);
  await hand(list, "drop", [text("dropped.txt", "Hello")]);
  await expect(page.getByText("Drop files to attach them")).toHaveCount(0);
  await expect(shelf(page).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Remove pasted.png" }).click();
  await expect(shelf(page).getByRole("listitem")).toHaveCount(1);
  await expect(field(page)).toBeFocused();
  await expect(shelf(page).getByRole("progressbar")).toHaveCount(0);

  // What is with the server is there after a reload, and goes without a word of text.
  await page.reload();
  await expect(shelf(page).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(said(page, /dropped.txt/).getByRole("button", { name: /^Download dropped.txt/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Attach files" })).toBeVisible();
  await expect(shelf(page)).toHaveCount(0);
});

test("a long text is offered as a file", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const long = "All that is known of the tides. ".repeat(200);
  await field(page).fill("See this: ");
  await field(page).evaluate((element: HTMLTextAreaElement, pasted) => {
    element.setSelectionRange(element.value.length, element.value.length);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    document.execCommand("insertText", false, pasted);
  }, long);
  await page.getByRole("button", { name: "Send as a file" }).click();
  await expect(field(page)).toHaveValue("See this: ");
  await expect(shelf(page).getByRole("listitem")).toHaveCount(1);
  await expect(shelf(page).getByRole("progressbar")).toHaveCount(0);
  await field(page).press("Enter");
  await expect(page.getByRole("button", { name: /^Download Pasted text.txt/ })).toBeVisible();
});

test("an upload that is cut goes on where it was, and nothing is sent without it", async ({ cast, open, faults }) => {
  faults.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const offsets: number[] = [];
  let isCut = false;
  await page.route(/\/files\/[\w-]+\/content/, async (route) => {
    offsets.push(Number(new URL(route.request().url()).searchParams.get("offset")));
    if (offsets.at(-1) === 0 || isCut) return route.continue();
    isCut = true;
    await page.context().setOffline(true);
    return route.abort();
  });
  const content = Buffer.alloc(3 * 1024 * 1024, "The ferry is late. ");
  await choose(page, [{ name: "log.txt", mimeType: "text/plain", buffer: content }]);
  await field(page).fill("The whole log");
  await expect(shelf(page).getByText("Waiting for the connection…")).toBeVisible();
  await field(page).press("Enter");
  await expect(page.getByRole("alert")).toContainText("Wait until your files have arrived");
  await page.context().setOffline(false);
  await expect(shelf(page).getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  await field(page).press("Enter");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Download log.txt/ }).click();
  expect((await readFile(await (await saving).path())).equals(content)).toBe(true);
});

test.describe("where the installation takes small files only", () => {
  test.use({ settings: { ALTHING_FILE_MAX_BYTES: "2048" } });

  test("one that is too large says so, and the others go", async ({ cast, open, faults }) => {
    faults.expect(/422/);
    const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
    await choose(page, [text("large.txt", "a".repeat(3_000)), text("small.txt", "a"), text("empty.txt", "")]);
    await expect(shelf(page).getByText("Too large: at most 2 kB are taken here")).toBeVisible();
    await expect(shelf(page).getByText("This file is empty")).toBeVisible();
    await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove large.txt" }).click();
    await page.getByRole("button", { name: "Remove empty.txt" }).click();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("button", { name: /^Download small.txt/ })).toBeVisible();
  });
});

test("what Ana showed Cem alone, Ben is given no way to, though he knows its name", async ({ cast }) => {
  const { ana, ben, cem, workspaceId } = cast;
  const { id: roomId } = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [cem.id] });
  const { attachments } = await sendFiles(ana, { workspaceId, roomId, files: [picture("secret.png", 32, 32)] });
  const wanted = { files: attachments.map(({ id }) => ({ id })) };
  expect((await cem.files.linkFiles(wanted)).links).toHaveLength(1);
  expect((await ben.files.linkFiles(wanted)).links).toHaveLength(0);
});

test("a conversation with an assistant takes files as a room does", async ({ cast, open }) => {
  const { roomId } = await importChat(cast.ana, cast.workspaceId);
  const page = await open(cast.ana, `/w/harbour/r/${roomId}`);
  await choose(page, [text("times.txt", "Nine")]);
  await expect(shelf(page).getByRole("progressbar")).toHaveCount(0);
  await page.getByRole("textbox").fill("When does it leave?");
  await page.getByRole("textbox").press("Enter");
  await expect(page.getByRole("button", { name: /^Download times.txt/ })).toBeVisible();
});
