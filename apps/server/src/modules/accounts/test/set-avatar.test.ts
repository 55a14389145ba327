import { afterAll, beforeAll, expect, test } from "bun:test";
import { pictures } from "@althing/contract";
import {
  expectConverges,
  type Harbour,
  openHarbour,
  refusal,
  startServer,
  type TestServer,
  type View,
} from "@althing/testkit";
import { deleteUnused } from "../../pictures/jobs/delete-unused.ts";
import { fetchPicture, photograph, plain, text } from "../../pictures/test/samples.ts";

let passedMs = 0;
let server: TestServer;
let harbour: Harbour;
let views: View[];
beforeAll(async () => {
  server = await startServer({ clock: () => new Date(Date.now() + passedMs) });
  harbour = await openHarbour(server.url);
  const { ana, ben, gus, eve, workspaceId } = harbour;
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  views = [
    ...[ana, ben, gus].map((person) => ({ person, workspaceId })),
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
});
afterAll(() => server.dispose());

const converging = <T>(act: () => Promise<T>): Promise<T> => expectConverges(server, views, act);
const runCleanUp = () =>
  deleteUnused.run(
    server.kernel.platform,
    {},
    { jobId: "1", attempt: 1, signal: new AbortController().signal, progress: async () => undefined },
  );

test("Ben gives himself a picture, and everyone who sees him sees it", async () => {
  const { ana, ben, workspaceId } = harbour;
  const me = await converging(async () => ben.accounts.setAvatar({ picture: await photograph() }));
  expect(me.avatar).toEqual({ ...me.avatar, url: expect.stringMatching(/^\/media\/pictures\/[0-9a-f]{64}\.webp$/) });
  expect(await ben.accounts.getMe()).toEqual(me);
  const members = await ana.workspaces.listMembers({ workspaceId });
  expect(members.find(({ id }) => id === ben.id)?.avatar).toEqual(me.avatar);
  const { seen } = await fetchPicture(server.url, me.avatar.url ?? "");
  expect(seen).toEqual({ format: "webp", width: 256, height: 256, pages: undefined, exif: undefined });
});

test("anyone who knows the address gets it for good, and a browser may do nothing else with it", async () => {
  const { avatar } = await harbour.ben.accounts.getMe();
  const { response } = await fetchPicture(server.url, avatar.url ?? "");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    etag: expect.stringMatching(/^"[0-9a-f]{64}\.webp"$/),
  });
  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
  const again = await ask(avatar.url ?? "", { headers: { "if-none-match": response.headers.get("etag") ?? "" } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await ask(avatar.url ?? "", { method: "HEAD" })).status).toBe(200);
  const hash = /[0-9a-f]{64}/.exec(avatar.url ?? "")?.[0];
  for (const wrong of [
    `${"0".repeat(64)}.webp`,
    `${hash}`,
    `${hash}.svg`,
    `${hash?.toUpperCase()}.webp`,
    `..%2f${hash}.webp`,
  ])
    expect((await ask(`/media/pictures/${wrong}`)).status).toBe(404);
  expect((await ask(`/media/others/${hash}.webp`)).status).toBe(404);
});

test("the same picture again, or none where there was none, tells nobody", async () => {
  const { ben, gus } = harbour;
  const { version } = await ben.accounts.getMe();
  expect((await ben.accounts.setAvatar({ picture: await photograph() })).version).toBe(version);
  const before = await gus.accounts.getMe();
  expect(await gus.accounts.removeAvatar()).toEqual(before);
});

test("what is chosen to stand for a person stays beside the picture and is not one", async () => {
  const { ben } = harbour;
  const { avatar } = await ben.accounts.getMe();
  const chosen = { color: "#112233", emoji: "⚓" };
  const foreign = { ...chosen, url: "https://elsewhere.example/spy.png" };
  const changed = await converging(() => ben.accounts.updateMe({ avatar: foreign }));
  expect(changed.avatar).toEqual({ ...chosen, url: avatar.url });
});

test("Ben takes his picture away; it is gone a day later, those that are shown stay", async () => {
  const { ana, ben, gus, workspaceId } = harbour;
  const red = await plain("png", 64, "#ff0000");
  await gus.accounts.setAvatar({ picture: red });
  const shown = (await converging(() => ana.accounts.setAvatar({ picture: red }))).avatar.url ?? "";
  const emoji = await ana.workspaces.addEmoji({ workspaceId, name: "red_hull", picture: red });
  const gone = (await ben.accounts.getMe()).avatar.url ?? "";
  expect((await converging(() => ben.accounts.removeAvatar())).avatar).toMatchObject({ url: null });
  await runCleanUp();
  expect((await fetch(server.url + gone)).status).toBe(200);
  passedMs += 86_401_000;
  await gus.accounts.removeAvatar();
  await runCleanUp();
  expect((await fetch(server.url + gone)).status).toBe(404);
  for (const url of [shown, emoji.url]) expect((await fetch(server.url + url)).status).toBe(200);
  await ana.workspaces.removeEmoji({ workspaceId, name: "red_hull" });
  await runCleanUp();
  expect((await fetch(server.url + emoji.url)).status).toBe(404);
});

test("what is no picture, or too large a one, is refused and changes nothing", async () => {
  const { ben } = harbour;
  const before = await ben.accounts.getMe();
  const set = (picture: string) => refusal(ben.accounts.setAvatar({ picture }));
  expect(await set(text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe(
    "picture_unreadable",
  );
  expect(await set(await plain("png", 5_000))).toBe("picture_too_large");
  expect(await set("A".repeat(Math.ceil((pictures.pictureLimits.avatarBytes * 4) / 3) + 8))).toBe("picture_too_large");
  expect(await set("A".repeat(4_000_000))).toBe("payload_too_large");
  expect(await ben.accounts.getMe()).toEqual(before);
});
