import { startModelProvider } from "@althing/testkit/model-provider";
import { picture, text } from "./kit/files.ts";
import { findBeyondEdges } from "./kit/fits.ts";
import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

test.use({
  settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" },
  contextOptions: { reducedMotion: "reduce", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
});

/** Controls of the page that a finger could miss: lower than 44 pixels, or narrower. What stands in a line of text may be smaller. */
const smallTargets = (page: Page, within: string) =>
  page.locator(`${within} :is(a, button, textarea, [role=tab])`).evaluateAll((controls) =>
    controls.flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const isShown = control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1;
      const name = control.getAttribute("aria-label") ?? control.textContent;
      return isShown && (height < 43.5 || width < 43.5) ? [`${name} ${Math.round(width)}×${Math.round(height)}`] : [];
    }),
  );

test("with a thumb: from the sidebar into a room, into a thread, and back", async ({ cast, open }) => {
  const { ana, ben, harbour } = cast;
  await ben.messages.sendMessage({ roomId: harbour.id, body: `Tide tables: ${"high-low-".repeat(30)}` });
  await ben.messages.sendMessage({
    roomId: harbour.id,
    body: "| a | b | c |\n|-|-|-|\n| one long cell | two | three |",
  });
  const page = await open(ana, "/w/harbour");
  const sidebar = page.getByRole("navigation", { name: "Rooms and places" });
  await expect(sidebar.getByRole("link", { name: "harbour" })).toBeVisible();
  await expect(page.getByRole("textbox")).toBeHidden();
  expect(await smallTargets(page, "nav"), "small targets of the sidebar").toEqual([]);
  await expectAccessible(page);

  await sidebar.getByRole("link", { name: "harbour" }).tap();
  await expect(sidebar).toBeHidden();
  const field = page.getByRole("textbox", { name: "Message #harbour" });
  await field.tap();
  await field.pressSequentially("One line");
  await field.press("Enter");
  await field.pressSequentially("and another");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Attach files" }).tap();
  await (await choosing).setFiles([picture("quay.png"), text("times.txt", "Nine")]);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  expect(await smallTargets(page, "div:has(> textarea)"), "small targets beside the draft").toEqual([]);
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await expect(page.getByRole("article", { name: /One line\s+and another/ })).toBeVisible();
  expect(await findBeyondEdges(page)).toEqual([]);
  expect(await smallTargets(page, "main > header"), "small targets of the room's header").toEqual([]);
  expect(await smallTargets(page, "div:has(> textarea)"), "small targets where one writes").toEqual([]);
  await expectAccessible(page);

  await page.getByRole("article", { name: /Tide tables/ }).dispatchEvent("contextmenu");
  await page.getByRole("dialog").getByRole("button", { name: "Reply in thread" }).tap();
  const thread = page.getByRole("region", { name: "Thread" });
  await expect(thread).toBeVisible();
  const box = await thread.boundingBox();
  expect([box?.x, box?.width], "a thread takes the whole width").toEqual([0, 390]);
  await thread.getByRole("textbox").fill("Thanks");
  await thread.getByRole("button", { name: "Send", exact: true }).tap();
  await expect(thread.getByRole("article", { name: /Thanks/ })).toBeVisible();
  expect(await findBeyondEdges(page)).toEqual([]);

  await page.goBack();
  await expect(thread).toBeHidden();
  await expect(page.getByRole("button", { name: /1 reply/ })).toBeVisible();
  await page.getByRole("link", { name: "Back to the list" }).tap();
  await expect(sidebar).toBeVisible();
});

test("no page is wider than a phone", async ({ cast, open }) => {
  const provider = await startModelProvider();
  const whose = { workspaceId: cast.workspaceId, kind: "compatible", name: "Models", baseUrl: provider.url } as const;
  const { id: providerId } = await cast.ana.models.createProvider({ ...whose, key: "sk-harbour-0123456789" });
  await cast.ana.models.setModel({ workspaceId: cast.workspaceId, providerId, modelId: "fake-large" });
  const page = await open(cast.ana, "/w/harbour/browse");
  const places = ["browse", "people", "threads", "mentions", "start", "assistants"];
  const settings = ["profile", "members", "models", "usage", "tools"].map((name) => `settings/${name}`);
  const paths = [...places, ...settings];
  for (const path of paths) {
    await page.goto(`/w/harbour/${path}`);
    await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    expect(await findBeyondEdges(page), path).toEqual([]);
    // What is wider than the window, seen or not, widens also what lies above it, such as dialogs.
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
  await provider.stop();
});

test("at 400 % what was said keeps some height above where one writes", async ({ cast, open }) => {
  const { id } = await cast.ben.messages.sendMessage({ roomId: cast.harbour.id, body: "The ferry is late" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}?panel=thread:${id}`);
  await page.setViewportSize({ width: 320, height: 256 });
  const heightOf = async (name: string) => (await page.getByRole("group", { name, exact: true }).boundingBox())?.height;
  expect(await heightOf("Messages of the thread"), "the thread").toBeGreaterThan(150);
  await page.getByRole("button", { name: "Close the side panel" }).tap();
  expect(await heightOf("Messages"), "the room").toBeGreaterThan(150);
  await page.getByRole("article", { name: /ferry is late/ }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("article", { name: /ferry is late/ })).toBeInViewport({ ratio: 0.9 });
});
