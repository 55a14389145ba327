/** A workspace's own emoji, in what is said in it and as reactions; in any other workspace they are text. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { messages, rooms, workspaces } from "@althing/contract";
import {
  expectConverges,
  type Harbour,
  openHarbour,
  refusal,
  startServer,
  type TestServer,
  type View,
} from "@althing/testkit";
import { listenIn } from "../../../../test/statements.ts";
import { plain } from "../../pictures/test/samples.ts";

let server: TestServer;
let harbour: Harbour;
let views: View[];
let roomId: rooms.RoomId;
let parrot: workspaces.CustomEmoji;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ana, ben, gus, eve, workspaceId, channel } = harbour;
  ({ id: roomId } = await channel("emoji", [ben, gus]));
  const picture = await plain("png", 40);
  parrot = await ana.workspaces.addEmoji({ workspaceId, name: "party_parrot", picture });
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  await eve.workspaces.addEmoji({ workspaceId: elsewhere, name: "eves_own", picture });
  views = [
    ...[ana, ben, gus].map((person) => ({ person, workspaceId })),
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
});
afterAll(() => server.dispose());

const image = () => `<img class="emoji" alt=":party_parrot:" title=":party_parrot:" src="${parrot.url}">`;
const send = (body: string) => harbour.ben.messages.sendMessage({ roomId, body });

test("are pictures in messages, sent, edited and imported; another's are text", async () => {
  const { ana, ben } = harbour;
  const sent = await expectConverges(server, views, () => send("At 10:30:45 :smile: :party_parrot: :eves_own:"));
  expect(sent.html).toBe(`<p>At 10:30:45 😄 ${image()} :eves_own:</p>`);
  const messageId = sent.id;
  const edited = await ben.messages.editMessage({ roomId, messageId, body: "`:party_parrot:` :party_parrot:" });
  expect(edited.html).toBe(`<p><code>:party_parrot:</code> ${image()}</p>`);
  const id = crypto.randomUUID() as messages.MessageId;
  const old = { id, authorId: ben.id, body: ":party_parrot:", at: "2006-06-05T10:00:00Z" };
  await ana.messages.importMessages({ roomId, messages: [old] });
  expect((await ben.messages.getMessage({ roomId, messageId: id })).html).toBe(`<p>${image()}</p>`);
});

test("are looked up once for many messages, and no more until one is added or removed", async () => {
  const { ana, workspaceId } = harbour;
  const ears = listenIn(server);
  const lookUps = async (work: () => Promise<unknown>) =>
    (await ears.during(work)).statements.filter((one) => one.startsWith("select") && one.includes("workspace_emoji"));
  const add = (name: string) =>
    plain("png", 40).then((picture) => ana.workspaces.addEmoji({ workspaceId, name, picture }));
  await add("forgetting");
  const many = () => Promise.all(Array.from({ length: 20 }, () => send("Hello :party_parrot:")));
  expect(await lookUps(many)).toHaveLength(1);
  expect(await lookUps(() => send(":party_parrot: :nobodys:"))).toEqual([]);
  await add("newcomer");
  expect(await lookUps(() => send("No emoji at all: 10:30"))).toEqual([]);
  expect(await lookUps(async () => expect((await send(":newcomer:")).html).toContain("<img"))).toHaveLength(1);
});

test("are reactions that count like others, and stay as text when the emoji is removed", async () => {
  const { ana, ben, gus, workspaceId } = harbour;
  const { id: messageId } = await send("React!");
  const emoji = ":party_parrot:";
  const reactions = await expectConverges(server, views, async () => {
    await Promise.all([ana, gus].map((who) => who.messages.addReaction({ roomId, messageId, emoji })));
    await ben.messages.addReaction({ roomId, messageId, emoji });
    return ben.messages.addReaction({ roomId, messageId, emoji: "👍" });
  });
  expect(reactions).toEqual([
    { emoji, count: 3, mine: true },
    { emoji: "👍", count: 1, mine: true },
  ]);
  await expectConverges(server, views, async () => {
    await ana.workspaces.removeEmoji({ workspaceId, name: "party_parrot" });
    await gus.messages.removeReaction({ roomId, messageId, emoji });
  });
  expect((await ana.messages.getMessage({ roomId, messageId })).reactions[0]).toEqual({ emoji, count: 2, mine: true });
  expect(await refusal(gus.messages.addReaction({ roomId, messageId, emoji }))).toBe("emoji_unknown");
  expect((await send(emoji)).html).toBe("<p>:party_parrot:</p>");
});

test.each([":eves_own:", ":nobodys:", ":+1:", ":party_parrot", "party_parrot", "::", ":", ":newcomer::newcomer:"])(
  "%j is no reaction here",
  async (emoji) => {
    const { id: messageId } = await send("React!");
    expect(await refusal(harbour.ana.messages.addReaction({ roomId, messageId, emoji }))).toBe("emoji_unknown");
  },
);
