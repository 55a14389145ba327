import { messages } from "@althing/contract";
import type { Route } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { Cast } from "./kit/cast.ts";
import { importChat } from "./kit/chats.ts";
import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

const count = 400;
const began = Date.UTC(2026, 2, 1, 8);
const everyMs = 20 * 60_000;

/** Ben has talked to himself in #harbour for five days: "Ship 1" to "Ship 400". */
async function tellHistory({ ana, ben, harbour }: Cast): Promise<void> {
  const messages = Array.from({ length: count }, (_, index) => ({
    id: uuid(),
    authorId: ben.id,
    body: `Ship ${index + 1} ${"came in with the tide. ".repeat(index % 7)}`.trim(),
    at: new Date(began + index * everyMs).toISOString(),
  }));
  await ana.messages.importMessages({ roomId: harbour.id, messages });
  await ana.messages.readRoom({ roomId: harbour.id });
}

const ship = (page: Page, number: number) => page.getByRole("article", { name: new RegExp(`: Ship ${number}( |$)`) });
const list = (page: Page) => page.getByRole("group", { name: "Messages" });

test("Ana reads a long history backwards, and nothing jumps while it loads", async ({ cast, open }) => {
  await tellHistory(cast);
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await expect(ship(page, 400)).toBeInViewport();
  await expectAccessible(page, "[data-scroller]");

  await list(page).hover();
  const held = await page.evaluate(async () => {
    const scroller = document.querySelector<HTMLElement>("[data-scroller]");
    if (!scroller) throw new Error("There is no list.");
    const frame = () => new Promise(requestAnimationFrame);
    const before = scroller.scrollHeight;
    scroller.scrollTop = 600;
    await frame();
    await frame();
    const edge = scroller.getBoundingClientRect().top;
    const row = [...scroller.querySelectorAll("article")].find((one) => one.getBoundingClientRect().top > edge);
    const id = row?.dataset.messageId;
    const at = () => scroller.querySelector(`[data-message-id="${id}"]`)?.getBoundingClientRect().top ?? Number.NaN;
    const start = at();
    let moved = 0;
    while (scroller.scrollHeight < before + 1_000) {
      await frame();
      moved = Math.max(moved, Math.abs(at() - start));
    }
    await frame();
    return Math.max(moved, Math.abs(at() - start));
  });
  expect(held, "pixels that the text moved while an older page came").toBeLessThanOrEqual(1);

  await page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(ship(page, 400)).toBeInViewport();
});

test("who comes to either end of what is loaded reads on from there when more has come", async ({ cast, open }) => {
  await tellHistory(cast);
  const { items } = await cast.ana.page(messages.listMessages, { roomId: cast.harbour.id, limit: 100 });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}?at=${items[0]?.id}`);
  await expect(ship(page, 301)).toBeInViewport();

  // The answer waits until the end is in view, as a slow line would make it wait.
  const held: Route[] = [];
  let isSlow = true;
  await page.route("**/rooms/*/messages?*", (route) => (isSlow ? void held.push(route) : route.continue()));
  for (const way of ["newer", "older"] as const) {
    isSlow = true;
    const before = await page.evaluate(scrollToEdge, way);
    isSlow = false;
    for (const route of held.splice(0)) await route.continue();
    await page.waitForFunction(
      ([height]) => document.querySelector("[data-scroller]")?.scrollHeight !== height,
      [before.height],
    );
    // A row that began its day alone may lose its divider, and what comes into view above it was guessed until then.
    const moved = async () => Math.abs(((await page.evaluate(topOf, before.id)) ?? Number.NaN) - before.top);
    await expect.poll(moved, `pixels that the row at the ${way} end moved`).toBeLessThan(60);
  }
});

async function scrollToEdge(way: "older" | "newer"): Promise<{ id: string; top: number; height: number }> {
  const frame = () => new Promise(requestAnimationFrame);
  const scroller = document.querySelector<HTMLElement>("[data-scroller]");
  if (!scroller) throw new Error("There is no list.");
  for (let height = -1; height !== scroller.scrollHeight; ) {
    height = scroller.scrollHeight;
    scroller.scrollTop = way === "older" ? 0 : height;
    await frame();
    await frame();
  }
  const rows = [...scroller.querySelectorAll<HTMLElement>("article")].sort(
    (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
  );
  const row = way === "older" ? rows[0] : rows.at(-1);
  return {
    id: row?.dataset.messageId ?? "",
    top: row?.getBoundingClientRect().top ?? Number.NaN,
    height: scroller.scrollHeight,
  };
}

const topOf = (id: string): number | undefined =>
  document.querySelector(`[data-message-id="${id}"]`)?.getBoundingClientRect().top;

test("Ana jumps to the beginning, reads on, and comes back", async ({ cast, open }) => {
  await tellHistory(cast);
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await expect(ship(page, 400)).toBeInViewport();
  await page.getByTitle("Jump to a date").first().click();
  await page.getByRole("button", { name: "The very beginning" }).click();
  await expect(page).toHaveURL(/at=/);
  await expect(ship(page, 1)).toBeInViewport();

  await list(page).hover();
  for (let turn = 0; turn < 200 && !(await ship(page, 120).isVisible()); turn++) await page.mouse.wheel(0, 600);
  await expect(ship(page, 120)).toBeVisible();

  await page.goBack();
  await expect(ship(page, 400)).toBeInViewport();
});

test("a room that fits into its window tells its day once", async ({ cast, open }) => {
  await cast.ben.messages.sendMessage({ roomId: cast.harbour.id, body: "All quiet" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await expect(page.getByText("All quiet")).toBeVisible();
  await expect(page.getByTitle("Jump to a date")).toHaveCount(1);
});

test("each room is where Ana left it", async ({ cast, open }) => {
  await tellHistory(cast);
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await expect(ship(page, 400)).toBeInViewport();
  await list(page).hover();
  await page.mouse.wheel(0, -1_500);
  await expect(page.getByRole("button", { name: "Jump to newest" })).toBeVisible();
  const top = page.locator("[data-scroller] article").first();
  await expect(top).toBeVisible();
  const place = () =>
    page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>("[data-scroller] article")];
      const first = rows.find((row) => row.getBoundingClientRect().top > 120);
      return `${first?.dataset.messageId} ${Math.round(first?.getBoundingClientRect().top ?? 0)}`;
    });
  let left = "";
  await expect
    .poll(async () => {
      const before = left;
      left = await place();
      return left === before;
    })
    .toBe(true);
  await page.getByRole("link", { name: /pier/ }).click();
  await expect(page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
  await page
    .getByRole("link", { name: /harbour/ })
    .first()
    .click();
  await expect.poll(place).toBe(left);
});

test("what came while Ana was away begins at a divider, and is read at its end", async ({ cast, open }) => {
  const { ana, ben, harbour, pier } = cast;
  await tellHistory(cast);
  await ben.messages.sendMessage({ roomId: harbour.id, body: "Two masts on the horizon" });
  await ben.messages.sendMessage({ roomId: harbour.id, body: "Three" });
  const page = await open(ana, `/w/harbour/r/${pier.id}`);
  const other = await open(ana, `/w/harbour/r/${pier.id}`);
  await expect(other.getByRole("link", { name: /harbour.*unread/i })).toBeVisible();
  await page.bringToFront();
  await page
    .getByRole("link", { name: /harbour/ })
    .first()
    .click();
  await expect(page.getByText("New messages")).toBeVisible();
  await expect(page.getByRole("article", { name: /Two masts/ })).toBeInViewport();
  await expect(other.getByRole("link", { name: /harbour.*unread/i })).toBeHidden();
  await expect(page.getByText("New messages")).toBeVisible();
});

test("a conversation that turns out shorter than it was thought tells its day once", async ({ cast, open }) => {
  const { roomId } = await importChat(cast.ana, cast.workspaceId);
  const page = await open(cast.ana, `/w/harbour/r/${roomId}`);
  await expect(page.getByText("It is a search, not a language model")).toBeVisible();
  await expect(page.getByRole("button", { name: "Friday 20 November" })).toHaveCount(1);
});

test("a link to a message that is not there any more leads to its room, and says so", async ({ cast, open }) => {
  await cast.ben.messages.sendMessage({ roomId: cast.harbour.id, body: "Anyone here?" });
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}?at=${uuid()}`);
  await expect(page.getByText("This message is not here").first()).toBeVisible();
  await expect(page.getByText("Anyone here?")).toBeVisible();
});
