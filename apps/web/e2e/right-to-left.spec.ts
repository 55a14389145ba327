import { readFileSync } from "node:fs";
import { picture, sendFiles, text } from "./kit/files.ts";
import { findBeyondEdges } from "./kit/fits.ts";
import { expect, type Page, test } from "./kit/index.ts";

const arabic = (namespace: string) =>
  JSON.parse(readFileSync(new URL(`../src/i18n/catalogues/ar/${namespace}.json`, import.meta.url), "utf8"));

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`Nothing is shown of ${selector}`);
  return box;
};

/** What the app itself says on screen, without the names and words of people. */
const ownWords = (page: Page) =>
  page.evaluate(() => {
    const spoken = [
      ...document.querySelectorAll("[aria-label]:not(article), [placeholder], button, h1, h2, h3, label, [role=tab]"),
    ];
    return spoken.flatMap((one) => [
      one.getAttribute("aria-label") ?? "",
      one.getAttribute("placeholder") ?? "",
      one.childElementCount === 0 ? (one.textContent ?? "") : "",
    ]);
  });

test("in Arabic everything is mirrored, fits, and speaks Arabic", async ({ cast, open }) => {
  const { ana, ben, harbour, workspaceId } = cast;
  await ana.accounts.updatePreferences({ language: "ar" });
  const { id } = await ben.messages.sendMessage({ roomId: harbour.id, body: "مرحبا من الميناء" });
  await ben.messages.sendMessage({ roomId: harbour.id, body: "And hello in **English**, too" });
  await ana.messages.sendMessage({ roomId: harbour.id, body: "أهلا", parentId: id });
  const files = [picture("quay.png"), picture("pier.png"), text("times.txt", "Nine")];
  await sendFiles(ben, { workspaceId, roomId: harbour.id, files });
  const room = `/w/harbour/r/${harbour.id}`;
  const page = await open(ana, `${room}?panel=thread:${id}`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("complementary").getByRole("article", { name: /أهلا/ })).toBeVisible();
  await expect(page.locator("main textarea")).toHaveCSS("direction", "rtl");

  const [sidebar, main, panel] = [await boxOf(page, "nav"), await boxOf(page, "main"), await boxOf(page, "aside")];
  expect(sidebar.x, "the sidebar is right of the room").toBeGreaterThanOrEqual(main.x + main.width - 1);
  expect(panel.x + panel.width, "the panel is left of the room").toBeLessThanOrEqual(main.x + 1);
  const side = (text: string) =>
    page
      .getByRole("group")
      .getByText(text)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect([await side("مرحبا"), await side("And hello")], "each text in its own direction").toEqual(["rtl", "ltr"]);

  const addresses = [
    "/browse",
    "/people",
    "/threads",
    "/mentions",
    "/start",
    "/settings/profile",
    "/settings/shortcuts",
    "/settings/statistics",
  ];
  for (const address of [room, ...addresses.map((path) => `/w/harbour${path}`)]) {
    await page.goto(address);
    await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    expect(await findBeyondEdges(page), `beyond the edges at ${address}`).toEqual([]);
    const english = (await ownWords(page)).filter((text) => /[a-z]{3,}\s+[a-z]{2,}/i.test(text));
    expect(english, `English at ${address}`).toEqual([]);
  }
  await expect(page.getByRole("link", { name: arabic("rooms").sidebar.browse })).toBeVisible();
});

test("in Arabic handles are read as they are typed, and roles and permissions have Arabic names", async ({
  cast,
  open,
}) => {
  await cast.ana.accounts.updatePreferences({ language: "ar" });
  const page = await open(cast.ana, "/w/harbour/settings/members");
  const handle = page.getByText("@ben", { exact: true });
  const [sign, name] = await handle.evaluate((element) =>
    [...element.childNodes].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return range.getBoundingClientRect().left;
    }),
  );
  expect(sign, "the sign stands left of the name").toBeLessThan(name ?? 0);
  await expect(page.getByRole("table").getByText(arabic("accounts").roles.owner)).toBeVisible();
  await page.goto("/w/harbour/settings/roles");
  await page
    .getByRole("button", { name: arabic("workspaces").roles.view })
    .nth(1)
    .click();
  const { permissions } = arabic("workspaces.later");
  await expect(page.getByRole("checkbox", { name: permissions.message.pin })).toBeVisible();
  expect((await page.getByRole("dialog").getByRole("checkbox").all()).length).toBeGreaterThan(30);
  const labels = await page.getByRole("dialog").locator("label").allTextContents();
  expect(labels.filter((text) => !/[\u0600-\u06ff]/.test(text))).toEqual([]);
});
