import {
  hostileAddresses,
  hostileMarkup,
  hostilePlaces,
} from "../../server/src/modules/messages/markdown/hostile.fixture.ts";
import { hostileTexts } from "./kit/hostile.ts";
import { expect, type Page, test } from "./kit/index.ts";

/** Gives what the page did that nobody asked for, besides what each journey is watched for: errors and breaches of policy. */
function watchDeeds(page: Page, own: string | undefined): string[] {
  const deeds: string[] = [];
  page.on("dialog", (dialog) => {
    deeds.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, origin, href } = new URL(request.url());
    if (/^(https?|wss?|ftp):$/.test(protocol) && origin !== own) deeds.push(`a request to ${href}`);
  });
  page.on("popup", (popup) => deeds.push(`a window of ${popup.url()}`));
  page.on("framenavigated", (frame) => {
    if (!frame.url().startsWith(own ?? "") && frame.url() !== "about:blank") deeds.push(`it went to ${frame.url()}`);
  });
  return deeds;
}

/** What could run or load something, had anyone's text become a part of the page. */
const dangers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")].flatMap((element) => {
      const isForeign = element.matches("script, iframe, object, embed, base, link, meta, style, form[action]");
      const link = element.getAttribute("href") ?? element.getAttribute("xlink:href");
      const leads = link !== null && !/^(https?:|mailto:|#|\/(?![/\\]))/i.test(link);
      const hears = element.getAttributeNames().some((name) => /^(on|srcdoc|formaction|srcset)/i.test(name));
      return isForeign || leads || hears ? [element.outerHTML.slice(0, 200)] : [];
    }),
  );

// So tall that all of a room is on screen at once.
test.use({ contextOptions: { reducedMotion: "reduce", viewport: { width: 1280, height: 20_000 } } });

test("whatever Ben writes, nothing of it runs, and text stays text", async ({ cast, open, baseURL }) => {
  const { ana, ben, harbour, pier } = cast;
  const attempts = [
    ...hostileMarkup,
    // The server takes no null characters at all.
    ...hostileAddresses
      .filter((address) => !address.includes("\u0000"))
      .map((address) =>
        Object.values(hostilePlaces)
          .map((write) => write(address))
          .join("\n\n"),
      ),
  ];
  for (const body of hostileTexts) await ben.messages.sendMessage({ roomId: harbour.id, body });
  for (const body of attempts) await ben.messages.sendMessage({ roomId: pier.id, body });

  const page = await open(ana, `/w/harbour/r/${harbour.id}`);
  const deeds = watchDeeds(page, baseURL);
  const rows = page.getByRole("group", { name: "Messages", exact: true }).locator("article .prose-message");
  await expect(rows).toHaveText([...hostileTexts]);
  expect(await dangers(page)).toEqual([]);

  await page.getByRole("navigation").getByRole("link", { name: "pier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "pier" })).toBeVisible();
  await expect(rows).toHaveCount(attempts.length);
  expect(await dangers(page)).toEqual([]);
  expect(deeds).toEqual([]);
});

test("nor from a name, a topic, a status or wherever else one may write", async ({ cast, open, baseURL }) => {
  const { ana, ben, workspaceId, harbour } = cast;
  const attempts = hostileTexts.filter((text) => text.length <= 40);
  const attempt = (turn: number) => attempts[turn % attempts.length] ?? "";
  const [script = "", image = ""] = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>"];
  for (const [turn, topic] of attempts.entries())
    await ana.rooms.createRoom({ workspaceId, kind: "channel", name: `${turn} ${topic}`, topic });
  await ana.rooms.updateRoom({
    roomId: harbour.id,
    name: script,
    topic: attempt(1),
    description: attempts.join("\n"),
    guidelines: attempts.join("\n"),
  });
  await ben.accounts.updateMe({
    name: image,
    title: script,
    pronouns: attempt(2),
    fields: [attempt(3), attempt(4)].map((text) => ({ label: text.slice(0, 40), value: text })),
  });
  await ben.accounts.setStatus({ emoji: "<b>", text: image });
  await ana.workspaces.updateWorkspace({ workspaceId, name: image });
  const { id: messageId } = await ben.messages.sendMessage({ roomId: harbour.id, body: "@ana <b>look</b>" });
  await ben.messages.sendMessage({ roomId: harbour.id, body: image, parentId: messageId });
  await ana.messages.pinMessage({ roomId: harbour.id, messageId });
  const name = '"><script>alert(1)</script>';
  await expect(ana.workspaces.addEmoji({ workspaceId, name, picture: "iVBORw0KGgo=" })).rejects.toThrow();

  const page = await open(ana, `/w/harbour/r/${harbour.id}`);
  const deeds = watchDeeds(page, baseURL);
  await expect(page.getByRole("heading", { level: 1, name: script })).toBeVisible();
  const shown = [
    [`r/${harbour.id}?panel=about:${harbour.id}`, attempt(1)],
    [`r/${harbour.id}?panel=members:${harbour.id}`, image],
    [`r/${harbour.id}?panel=profile:${ben.id}`, script],
    [`r/${harbour.id}?panel=pins:${harbour.id}`, "<b>look</b>"],
    [`r/${harbour.id}?panel=thread:${messageId}`, image],
    ["browse", attempt(5)],
    ["people", image],
    ["mentions", image],
    ["start", image],
    ["settings/general", image],
    ["settings/members", image],
  ] as const;
  for (const [path, text] of shown) {
    await page.goto(`/w/harbour/${path}`);
    await expect(
      page
        .getByText(text)
        .or(page.locator(`input[value=${JSON.stringify(text)}]`))
        .first(),
    ).toBeVisible();
    expect(await dangers(page), path).toEqual([]);
  }
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a room").fill("<script>");
  await expect(page.getByRole("option", { name: script }).first()).toBeVisible();
  expect(await dangers(page)).toEqual([]);
  expect(deeds).toEqual([]);
});
