import { expect, test } from "./kit/index.ts";

test.use({ serviceWorkers: "allow" });

test("who opened the app before can open it without a network", async ({ page, context, faults }) => {
  await page.goto("/");
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", resolve));
  });
  // Not found by the page itself, which says that it is offline.
  faults.expect(/ERR_INTERNET_DISCONNECTED|NetworkError: The server cannot be reached/);
  await context.setOffline(true);
  for (const address of ["/", "/some/where/else"]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toBeVisible();
  }
  await expect(page.goto("/health/live"), "what is the server's to say").rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
  const kept = await (await page.goto("/health/live"))?.json();
  expect(kept).toEqual({ status: "live" });
});
