import { tools } from "@althing/contract";
import type { Cast } from "./kit/cast.ts";
import { importChat } from "./kit/chats.ts";
import { picture, sendFiles, text } from "./kit/files.ts";
import { expect, expectAccessible, type Page, show, test } from "./kit/index.ts";

/** Axe finds nothing in any of the pages under `base`. */
async function expectEachAccessible(page: Page, base: string, paths: readonly string[], region?: string) {
  for (const path of paths) {
    await show(page, base + path, region);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expectAccessibleInEachLight(page, path);
  }
}

/** Axe finds nothing, by day and by night, which differ in nothing but their colours. */
async function expectAccessibleInEachLight(page: Page, place: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await test.step(`${place}, by day`, () => expectAccessible(page));
  await page.emulateMedia({ colorScheme: "dark" });
  await test.step(`${place}, by night`, () => expectAccessible(page, "html", ["color-contrast"]));
}

const outside = ["/sign-in", "/forgot-password", "/reset-password?token=spent", "/verify-email?token=spent"];
const settings = {
  you: ["profile", "appearance", "notifications", "shortcuts", "privacy", "security", "my-assistants"],
  workspace: ["general", "members", "roles", "invitations", "emoji", "room-templates", "keeping", "statistics"],
  tools: ["tools", `tools?at=${tools.builtInSourceId}`, "tools?at=policies", "tools?at=alike", "tools?at=figures"],
  installation: ["jobs"],
};

test("axe finds nothing on the pages outside of a workspace", async ({ page, cast }) => {
  const { token } = await cast.ana.workspaces.createInvitation({ workspaceId: cast.workspaceId, role: "member" });
  await page.goto("/no/such/place");
  await expectAccessibleInEachLight(page, "nowhere");
  const others = [`/register?invitation=${token}`, `/invite/${token}`];
  await expectEachAccessible(page, "", [...outside, ...others]);
});

test("axe finds nothing in a room with messages of all kinds, nor beside it", async ({ cast, open }) => {
  const { rootId, address } = await fillRoom(cast);
  const { id: roomId } = cast.harbour;
  const page = await open(cast.ana, address);
  // High enough for all of them.
  await page.setViewportSize({ width: 1280, height: 1_600 });
  await expect(page.getByText("This message was deleted.")).toBeVisible();
  await expectAccessibleInEachLight(page, "room");
  const panels = [
    `thread:${rootId}`,
    `pins:${roomId}`,
    `members:${roomId}`,
    `about:${roomId}`,
    `statistics:${roomId}`,
    `profile:${cast.ben.id}`,
  ];
  await expectEachAccessible(page, `${address}?panel=`, panels, "aside");
});

test("axe finds nothing on the other pages of a workspace", async ({ cast, open }) => {
  await fillRoom(cast);
  const page = await open(cast.ana, "/w/harbour/start");
  const paths = ["browse", "browse?tab=archived", "people", "threads", "mentions", "start"];
  await expectEachAccessible(page, "/w/harbour/", paths);
  await page.keyboard.press("Control+k");
  await expect(page.getByPlaceholder("Find a room")).toBeFocused();
  await expectAccessibleInEachLight(page, "palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+/");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessibleInEachLight(page, "shortcuts");
});

for (const [whose, pages] of Object.entries(settings)) {
  test(`axe finds nothing in the settings of ${whose}`, async ({ cast, open }) => {
    const page = await open(cast.ana, "/w/harbour/start");
    await expectEachAccessible(page, "/w/harbour/settings/", pages);
  });
}

test("axe finds nothing on the pages about assistants and their conversations", async ({ cast, open }) => {
  const { ana, workspaceId } = cast;
  const { roomId, question } = await importChat(ana, workspaceId);
  const { token } = await ana.chats.createShare({ roomId, scope: "tree" });
  const blank = { name: "tone", kind: "choice" as const, choices: ["warm", "formal"] };
  const { id } = await ana.chats.createPrompt({ workspaceId, title: "Reply", body: "{{tone}}", variables: [blank] });
  const page = await open(ana, "/w/harbour/assistants");
  const library = ["/prompts", `/prompts/${id}`, "/prompts/new", "/import", ""];
  const conversations = [
    `/w/harbour/compare/${roomId}/${question}`,
    `/share/${token}`,
    "/share/there-is-no-such-token",
  ];
  await expectEachAccessible(page, "/w/harbour/assistants", library);
  await expectEachAccessible(page, "", conversations);
});

test("axe finds nothing among the bricks of /design", async ({ page }) => {
  await page.goto("/design");
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expectAccessibleInEachLight(page, "/design");
});

const bodies = [
  "# A heading\n\nSome **bold**, *slanted*, ~~struck~~ and `coded` words, a [link](https://tides.example) and ||a secret||",
  "- one\n- two\n\n1. first\n2. second\n\n- [x] done\n- [ ] open",
  "> said by someone\n\n```ts\n// The tide\nconst tide: number = 1;\n```",
  "| port | tide |\n|------|-----:|\n| here | 1.2 |\n\n$$x^2$$",
  "🎉🎉",
  "@ana @room look",
  "مرحبا بكم",
];

/** Ben and Ana said all that can be said in #harbour; gives where, and the message with a thread. */
async function fillRoom({
  ana,
  ben,
  workspaceId,
  harbour: { id: roomId },
}: Cast): Promise<{ rootId: string; address: string }> {
  for (const body of bodies) await ben.messages.sendMessage({ roomId, body });
  await sendFiles(ben, { workspaceId, roomId, files: [picture("quay.png", 64, 40), text("times.txt", "Nine")] });
  const [root, changed, gone, silent] = await Promise.all([
    ana.messages.sendMessage({ roomId, body: "Who has the keys?" }),
    ana.messages.sendMessage({ roomId, body: "The ferry is lat" }),
    ana.messages.sendMessage({ roomId, body: "Never mind" }),
    ana.messages.sendMessage({ roomId, body: "Psst", silent: true }),
  ]);
  await ben.messages.sendMessage({ roomId, parentId: root.id, body: "I do", alsoInRoom: true });
  await ben.messages.addReaction({ roomId, messageId: root.id, emoji: "🔑" });
  await ana.messages.addReaction({ roomId, messageId: silent.id, emoji: "👍" });
  await ana.messages.editMessage({ roomId, messageId: changed.id, body: "The ferry is late" });
  await ana.messages.deleteMessage({ roomId, messageId: gone.id });
  await ana.messages.pinMessage({ roomId, messageId: changed.id });
  await ana.messages.followThread({ roomId, messageId: root.id, following: true });
  return { rootId: root.id, address: `/w/harbour/r/${roomId}` };
}
