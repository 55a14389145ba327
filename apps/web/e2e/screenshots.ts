// Pictures of the app for people who have not seen it: `npm run screenshots` writes docs/images/<page>-<look>.png.
import { join } from "node:path";
import { signUp } from "@althing/testkit/harbour";
import { signIn } from "./kit/cast.ts";
import { importChat } from "./kit/chats.ts";
import { expect, type Page, test } from "./kit/index.ts";
import { type Demo, seedDemo } from "./kit/seed.ts";

const folder = join(import.meta.dirname, "../../../docs/images");

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

type Shown = Demo & { readonly chatId: string };

/** A page by the name of its picture: where it is, and what is done there before the picture is taken. */
type Scene = { address(demo: Shown): string; play?(page: Page): Promise<void> };

const scenes: Readonly<Record<string, Scene>> = {
  room: {
    address: (demo) => demo.room("harbour"),
    play: async (page) => {
      // A phone has room for one thing at a time.
      if ((page.viewportSize()?.width ?? 0) < looks.phone.viewport.width + 1) return;
      await page
        .getByRole("button", { name: /replies/ })
        .last()
        .click();
      await expect(page.getByRole("complementary").getByRole("article").last()).toBeVisible();
    },
  },
  palette: { address: (demo) => demo.room("systems-desk"), play: openPalette },
  conversation: { address: (demo) => demo.at(`/r/${demo.chatId}`) },
  statistics: { address: (demo) => demo.at("/settings/statistics") },
  tools: {
    address: (demo) => demo.at("/settings/tools"),
    play: (page) => expect(page.getByRole("link", { name: /Althing/ }).first()).toBeVisible(),
  },
  people: { address: (demo) => demo.at("/people") },
  mentions: { address: (demo) => demo.at("/mentions") },
  settings: { address: (demo) => demo.at("/settings/appearance") },
  design: { address: () => "/design" },
};

test.setTimeout(300_000);
test.use({ timezoneId: "Europe/Oslo" });

test("pictures of the demo workspace", async ({ server, browser, faults }) => {
  const { person: owner } = await signUp(server.url, "Ana");
  const seeded = await seedDemo(server.url, owner);
  const { roomId: chatId } = await importChat(owner, seeded.workspaceId);
  const demo = { ...seeded, chatId };
  for (const [look, options] of Object.entries(looks)) {
    const context = await browser.newContext({ ...options, baseURL: server.url });
    await faults.watch(context);
    const page = await context.newPage();
    await signIn(page, owner);
    for (const [name, { address, play }] of Object.entries(scenes)) {
      await page.goto(address(demo));
      await settle(page);
      await play?.(page);
      await page.screenshot({ path: join(folder, `${name}-${look}.png`), animations: "disabled" });
    }
    await context.close();
  }
});

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
}

/** The page stands, with its letters and pictures, and waits for nothing. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  // What comes after the first frame, such as the buttons for files.
  await page.waitForLoadState("networkidle");
  await expect(page.locator("div[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
