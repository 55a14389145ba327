import { expect, type Page, test } from "./kit/index.ts";

type First = { rows: number; top: number };

/** How often a page has asked for each of these. */
function count(page: Page, asked: readonly string[]): Record<string, number> {
  const counted = Object.fromEntries(asked.map((one) => [one, 0]));
  page.on("request", (request) => {
    const one = `${request.method()} ${new URL(request.url()).pathname.replace("/api/v1", "")}`;
    if (one in counted) counted[one] = (counted[one] ?? 0) + 1;
  });
  return counted;
}

test("a device that knows nothing asks once for what its first screen needs", async ({ cast, open }) => {
  const page = await open(cast.ana, "/health/live");
  const asked = count(page, ["POST /auth/refresh", "GET /users/me", "POST /batch"]);
  const batch = page.waitForRequest("**/api/v1/batch");
  // The app's own script comes when all was asked for.
  await page.route("**/assets/index-*.js", async (route) => {
    await batch;
    await route.continue();
  });
  await page.goto(`/w/harbour/r/${cast.harbour.id}`);
  await expect(page.getByRole("heading", { level: 1, name: "harbour" })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "pier" })).toBeVisible();
  expect(asked).toEqual({ "POST /auth/refresh": 1, "GET /users/me": 1, "POST /batch": 1 });
});

test("of a long sidebar the first frame has the rows down to the room one is in, where they stay", async ({
  cast,
  open,
}) => {
  const { ana, workspaceId } = cast;
  const names = Array.from({ length: 90 }, (_, index) => `quay ${index}`);
  const made = [];
  for (const name of names) made.push(await ana.rooms.createRoom({ workspaceId, kind: "channel", name }));
  const page = await open(ana, "/health/live");
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const current = document.querySelector("nav li[data-room] [aria-current=page]");
      if (!current) return;
      observer.disconnect();
      const rows = document.querySelectorAll("nav li[data-room]").length;
      Object.assign(globalThis, { firstFrame: { rows, top: (current.closest("li") as HTMLElement).offsetTop } });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`/w/harbour/r/${made[80]?.id}`);
  await expect(page.getByRole("navigation").getByRole("link", { name: "quay 89" })).toBeAttached();
  const current = page.getByRole("navigation").getByRole("link", { name: "quay 80", exact: true });
  await expect(current).toBeInViewport();
  const first = await page.evaluate(() => (globalThis as unknown as { firstFrame: First }).firstFrame);
  expect(first.rows).toBeLessThan(60);
  expect(await current.evaluate((link) => link.closest("li")?.offsetTop)).toBe(first.top);
});

test("what failed before the app was there is asked for anew", async ({ cast, open, faults }) => {
  faults.expect(/ERR_FAILED|The server cannot be reached/);
  const page = await open(cast.ana, "/health/live");
  await page.route("**/api/v1/auth/refresh", (route) => route.abort());
  await page.goto(`/w/harbour/r/${cast.harbour.id}`);
  const retry = page.getByRole("button", { name: "Try again" });
  await expect(retry).toBeVisible();
  await page.unrouteAll();
  await retry.click();
  await expect(page.getByRole("heading", { level: 1, name: "harbour" })).toBeVisible();
});

test("who has signed out elsewhere meanwhile is led to sign in", async ({ cast, open, faults }) => {
  faults.expect(/401/);
  const page = await open(cast.ana, "/health/live");
  await cast.ana.accounts.logoutAll();
  await page.goto(`/w/harbour/r/${cast.harbour.id}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
