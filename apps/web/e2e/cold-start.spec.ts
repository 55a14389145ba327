import { expect, type Page, test } from "./kit/index.ts";

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
