import { expect, type Page, test } from "./kit/index.ts";

test.use({ serviceWorkers: "allow" });

/** From then on the next opening needs no network. */
async function settleWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", resolve));
  });
}

/** What this device has kept of workspaces, by the names under which it lies there. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // To open what is not there yet would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === "althing")) return [];
    const opening = indexedDB.open("althing");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const asking = opening.result.transaction("kept").objectStore("kept").getAllKeys();
    await new Promise((resolve) => asking.addEventListener("success", resolve));
    opening.result.close();
    return asking.result.map(String).filter((key) => key.startsWith("replica:"));
  });

test("who opened the app before can open it without a network", async ({ page, context, faults }) => {
  await page.goto("/");
  await settleWorker(page);
  // Not found by the page itself, which says that it is offline.
  faults.expect(/ERR_INTERNET_DISCONNECTED|NetworkError: The server cannot be reached/);
  await context.setOffline(true);
  for (const address of ["/", "/some/where/else"]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toBeVisible();
  }
  await expect(page.goto("/health/live"), "what is the server's to say").rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
  const live = await (await page.goto("/health/live"))?.json();
  expect(live).toEqual({ status: "live" });
});

test("Ana opens the app on a train: her rooms are there, and what she writes goes out at the next station", async ({
  cast,
  open,
  faults,
}) => {
  const { ana, ben, harbour, pier } = cast;
  await ben.messages.sendMessage({ roomId: harbour.id, body: "The barge is here" });
  const page = await open(ana, `/w/harbour/r/${harbour.id}`);
  await expect(page.getByText("The barge is here")).toBeVisible();
  await settleWorker(page);
  await expect.poll(() => kept(page), { timeout: 20_000 }).toHaveLength(1);

  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await ben.messages.sendMessage({ roomId: harbour.id, body: "And gone again" });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "harbour" })).toBeVisible();
  await expect(page.getByText("The barge is here")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "You are offline" })).toBeVisible();
  await page.getByRole("textbox", { name: "Message #harbour" }).fill("Wait for me");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Wait for me")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "pier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: pier.name ?? "" })).toBeVisible();

  await page.context().setOffline(false);
  await page.getByRole("navigation").getByRole("link", { name: "harbour" }).click();
  await expect(page.getByRole("article", { name: /And gone again/ })).toBeVisible();
  await expect
    .poll(async () => (await ben.messages.listMessages({ roomId: harbour.id })).map(({ body }) => body))
    .toContain("Wait for me");
});

test("nothing of a workspace stays on a device after Ana signed out, in whichever window", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  const other = await page.context().newPage();
  await other.goto("/w/harbour/people");
  await expect(other.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await expect.poll(() => kept(page), { timeout: 20_000 }).toHaveLength(1);
  await other.getByRole("button", { name: /You and your settings/ }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  for (const window of [page, other]) {
    await expect(window.getByRole("button", { name: "Sign in" })).toBeVisible();
    expect(await kept(window)).toEqual([]);
  }
});

test("who was removed while away is shown what was kept for a moment, and then nothing", async ({ cast, open }) => {
  const { ana, ben, harbour, workspaceId } = cast;
  const page = await open(ben, `/w/harbour/r/${harbour.id}`);
  await expect.poll(() => kept(page), { timeout: 20_000 }).toHaveLength(1);
  await page.goto("about:blank");
  await ana.workspaces.removeMember({ workspaceId, accountId: ben.id });
  await page.goto(`/w/harbour/r/${harbour.id}`);
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect.poll(() => kept(page)).toEqual([]);
});
