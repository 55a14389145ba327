import { afterAll, beforeAll, expect, test } from "bun:test";
import type { messages, rooms } from "@althing/contract";
import { createClient } from "@althing/sdk";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
let now = new Date();
beforeAll(async () => {
  server = await startServer({ clock: () => now });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const nobody = () => createClient({ baseUrl: server.url });

/** A conversation of Ben's with a question and two answers. */
async function chatOfBen(): Promise<{ roomId: rooms.RoomId; question: messages.MessageId }> {
  const { ben, workspaceId } = harbour;
  const turn = (id: string, parentId: string | null, kind: "person" | "assistant") => ({
    id,
    parentId,
    author: { kind, name: kind === "person" ? "Ben" : "Pilot" },
    at: now.toISOString(),
    body: `Said ${id}`,
    model: null,
    sources: [],
  });
  const content = {
    format: "althing.conversation",
    version: 1,
    exportedAt: now.toISOString(),
    title: `Quays ${crypto.randomUUID()}`,
    createdAt: now.toISOString(),
    turns: [turn(`q${crypto.randomUUID()}`, null, "person")],
    place: null,
  };
  const [question] = content.turns;
  content.turns.push(turn("one", question?.id ?? "", "assistant"), turn("two", question?.id ?? "", "assistant"));
  const { chats } = await ben.chats.importChats({ workspaceId, content });
  const roomId = chats[0]?.roomId as rooms.RoomId;
  const { turns } = await ben.assistants.listTurns({ roomId });
  return { roomId, question: turns[0]?.messageId as messages.MessageId };
}

test("members read a shared branch; others, and who is not signed in, find nothing", async () => {
  const { ben, cem, eve } = harbour;
  const { roomId } = await chatOfBen();
  const { token, url } = await ben.chats.createShare({ roomId });
  expect(url).toBe(`${server.url}/share/${token}`);
  const shared = await cem.chats.openMemberShare({ token });
  expect(shared.turns.map(({ place, parent }) => [place, parent])).toEqual([
    [0, null],
    [1, 0],
  ]);
  expect(await refusal(eve.chats.openMemberShare({ token }))).toBe("share_not_found");
  expect(await refusal(nobody().chats.openShare({ token }))).toBe("share_not_found");
  expect(await refusal(cem.chats.openMemberShare({ token: `${token}x` }))).toBe("share_not_found");
});

test("a public link needs the right, shows the whole tree and no id of anything", async () => {
  const { ana, ben, workspaceId } = harbour;
  const { roomId, question } = await chatOfBen();
  expect(await refusal(ben.chats.createShare({ roomId, audience: "public" }))).toBe("forbidden");
  await ana.workspaces.createRole({ workspaceId, name: "sharer", title: "Sharer", permissions: ["chat.share_public"] });
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["member", "sharer"] });
  const { token } = await ben.chats.createShare({ roomId, audience: "public", scope: "tree" });
  const shared = await nobody().chats.openShare({ token });
  expect(shared.turns.map(({ parent }) => parent)).toEqual([null, 0, 0]);
  const text = JSON.stringify(shared);
  for (const secret of [roomId, question, ben.id, workspaceId]) expect(text).not.toContain(secret);

  await ben.messages.sendMessage({ roomId, body: "Said later" });
  expect(JSON.stringify(await nobody().chats.openShare({ token }))).toBe(text);
});

test("a link ends when its time is over, when it is taken back, and with its conversation", async () => {
  const { ben, cem, workspaceId } = harbour;
  const { roomId } = await chatOfBen();
  const ending = await ben.chats.createShare({ roomId, expiresInSeconds: 60 });
  const revoked = await ben.chats.createShare({ roomId });
  const last = await ben.chats.createShare({ roomId });
  const mine = (await ben.chats.listShares({ workspaceId })).map(({ id }) => id);
  expect(mine).toEqual(expect.arrayContaining([ending.id, revoked.id, last.id]));
  expect(await refusal(cem.chats.revokeShare({ workspaceId, shareId: revoked.id }))).toBe("share_not_found");
  await ben.chats.revokeShare({ workspaceId, shareId: revoked.id });
  expect(await refusal(cem.chats.openMemberShare({ token: revoked.token }))).toBe("share_not_found");
  now = new Date(now.getTime() + 61_000);
  expect(await refusal(cem.chats.openMemberShare({ token: ending.token }))).toBe("share_not_found");
  expect((await cem.chats.openMemberShare({ token: last.token })).turns).toHaveLength(2);
  await ben.rooms.deleteRoom({ roomId });
  await server.settled();
  expect(await refusal(cem.chats.openMemberShare({ token: last.token }))).toBe("share_not_found");
});
