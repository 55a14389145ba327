import type { Cast } from "./kit/cast.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

/** Ana asks, Ben answers, and Cem says something else in a private room; until that is counted, a moment later. */
async function talk({ ana, ben, cem, harbour, workspaceId, channel }: Cast): Promise<void> {
  const { id: messageId } = await ana.messages.sendMessage({
    roomId: harbour.id,
    body: "When does the **Aurora** come in?",
  });
  await ben.messages.replyToMessage({ roomId: harbour.id, messageId, body: "At noon" });
  await ben.messages.sendMessage({ roomId: harbour.id, body: "With fish" });
  const council = await channel("council", [cem], "private");
  await cem.messages.sendMessage({ roomId: council.id, body: "Between us" });
  const count = async () => (await ana.statistics.getWorkspaceStatistics({ workspaceId })).total.messages;
  await expect.poll(count).toBe(4);
}

test("Ana looks at a room's statistics, and goes from there into its busiest thread", async ({ cast, open }) => {
  await talk(cast);
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}?panel=about:${cast.harbour.id}`);
  const panel = page.getByRole("complementary");
  await panel.getByRole("button", { name: "Statistics" }).click();
  await expect(panel.getByRole("heading", { name: "Statistics" })).toBeVisible();
  await expect(panel.getByRole("definition").first()).toHaveText("3");
  await panel.getByText("Messages per day in numbers").click();
  await expect(panel.getByRole("table").getByRole("row").last()).toContainText("3");
  const mostActive = panel.getByRole("figure", { name: "Most active people" });
  await expect(mostActive.getByRole("listitem").first()).toContainText("Ben");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await panel.getByRole("radio", { name: "7 days" }).click();
  await expect(panel.getByRole("table").getByRole("row")).toHaveCount(7);
  await panel.getByRole("button", { name: "When does the Aurora come in?" }).click();
  await expect(panel.getByRole("heading", { name: "Thread" })).toBeVisible();
  await expect(panel.getByText("At noon")).toBeVisible();
});

test("Ana looks at the workspace's statistics, which name public channels only", async ({ cast, open }) => {
  await talk(cast);
  const page = await open(cast.ana, "/w/harbour/settings/statistics");
  const main = page.getByRole("main");
  await expect(main.getByRole("definition").first()).toHaveText("4");
  const rooms = main.getByRole("figure", { name: "Busiest public channels" });
  await expect(rooms.getByRole("listitem")).toHaveCount(1);
  await expect(main).not.toContainText("council");
  await expectAccessible(page);
  await rooms.getByRole("link", { name: "harbour" }).click();
  await expect(main.getByRole("heading", { name: "harbour", level: 1 })).toBeVisible();
});

test("Ben sees no statistics of the workspace, and a quiet room says that it is quiet", async ({ cast, open }) => {
  const page = await open(cast.ben, "/w/harbour/settings/profile");
  await expect(page.getByRole("link", { name: "Members" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Statistics" })).toHaveCount(0);
  await page.goto(`/w/harbour/r/${cast.pier.id}?panel=statistics:${cast.pier.id}`);
  await expect(page.getByText("Nothing was posted in these days")).toBeVisible();
  await expectAccessible(page);
});
