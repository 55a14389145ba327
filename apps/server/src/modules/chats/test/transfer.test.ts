import { afterAll, beforeAll, expect, test } from "bun:test";
import type { chats, messages, rooms } from "@althing/contract";
import {
  expectConverges,
  type Harbour,
  openHarbour,
  readPdf,
  refusal,
  startServer,
  type TestServer,
} from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const turn = (id: string, parentId: string | null, minute: number): chats.ConversationTurn => ({
  id,
  parentId,
  author: id.startsWith("q") ? { kind: "person", name: "Kim" } : { kind: "assistant", name: "Pilot" },
  at: at(minute),
  body: `**${id}** is said`,
  model: id.startsWith("q") ? null : "small-1",
  sources: id === "a1" ? [{ handle: 1, title: "pier", quote: "At six.", url: null }] : [],
});
const file: chats.Conversation = {
  format: "althing.conversation",
  version: 1,
  exportedAt: at(0),
  title: "Ferries",
  createdAt: at(0),
  turns: [turn("q1", null, 1), turn("a1", "q1", 2), turn("a2", "q1", 3), turn("q2", "a1", 4), turn("a3", "q2", 5)],
  place: "a3",
};

/** The tree by what was said instead of by ids. */
const treeOf = ({ turns, ...rest }: chats.Conversation) => {
  const bodies = new Map(turns.map(({ id, body }) => [id, body]));
  const told = turns.map(({ id: _, parentId, ...one }) => ({ ...one, parent: bodies.get(parentId ?? "") ?? null }));
  return { title: rest.title, createdAt: rest.createdAt, place: bodies.get(rest.place ?? ""), turns: told };
};

test("what went out comes in as the same tree, once, for who brought it", async () => {
  const { ana, ben, workspaceId } = harbour;
  const rehearsed = await ana.chats.importChats({ workspaceId, content: file, dryRun: true });
  expect(rehearsed.chats).toEqual([
    { title: "Ferries", roomId: null, turns: 5, branches: 2, outcome: "imported", leftOut: [] },
  ]);
  const views = [
    { person: ana, workspaceId },
    { person: ben, workspaceId, outside: true },
  ];
  const {
    chats: [imported],
  } = await expectConverges(server, views, () => ana.chats.importChats({ workspaceId, content: file }));
  const roomId = imported?.roomId as rooms.RoomId;
  const again = await ana.chats.importChats({ workspaceId, content: file });
  expect(again.chats).toMatchObject([{ roomId, outcome: "known" }]);

  const exported = await ana.chats.exportChat({ roomId, format: "json" });
  expect(treeOf(JSON.parse(exported.content))).toEqual(treeOf(file));
  const markdown = await ana.chats.exportChat({ roomId });
  expect(markdown.fileName).toBe("Ferries.md");
  expect(markdown.content).toContain("**a3** is said");
  expect(markdown.content).not.toContain("**a2** is said");
  const page = await ana.chats.exportChat({ roomId, format: "html" });
  expect(page.content).toContain("<strong>a1</strong> is said");
  expect(await refusal(ben.chats.exportChat({ roomId }))).toBe("room_not_found");
});

async function bringIn(turns: chats.ConversationTurn[], title = "Ferries"): Promise<rooms.RoomId> {
  const { ana, workspaceId } = harbour;
  const content = { ...file, title, createdAt: at(0), turns, place: null };
  const { chats: brought } = await ana.chats.importChats({ workspaceId, content });
  return brought[0]?.roomId as rooms.RoomId;
}

test("a conversation is typeset as a PDF: one branch, who spoke and when, by which model, from which sources", async () => {
  const { ana, ben } = harbour;
  const source = { handle: 2, title: "The tables", quote: "At six.", url: "https://tides.example/" };
  const code = {
    ...turn("a1", "q1", 2),
    body: "Read [this](https://pier.example):\n\n```ts\nlet pier = 1;\n```\n\n| a | b |\n|---|---|\n| c | d |",
  };
  const roomId = await bringIn(
    [
      turn("q1", null, 1),
      { ...code, sources: [source] },
      turn("a2", "q1", 3),
      { ...turn("q2", "a1", 4), body: "شكرا" },
    ],
    "Ferries – 船",
  );
  await ana.accounts.updateMe({ timeZone: "Asia/Tokyo" });
  const { content, ...told } = await ana.chats.exportChat({ roomId, format: "pdf" });
  expect(told).toEqual({ fileName: "Ferries-船.pdf", mediaType: "application/pdf", encoding: "base64" });
  const { title, links, roles, text, missingCount } = readPdf(Buffer.from(content, "base64"));
  expect({ title, links, missingCount }).toEqual({
    title: "Ferries – 船",
    links: ["https://pier.example", "https://tides.example/"],
    missingCount: 0,
  });
  for (const part of [
    "Kim",
    "Jan 1, 2026, 9:01",
    "q1 is said",
    "Pilot  small-1",
    "let pier = 1;",
    "The tables: “At six.”",
    "[2]",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("a2 is said");
  expect([...roles]).toContain("Table");
  expect(await refusal(ben.chats.exportChat({ roomId, format: "pdf" }))).toBe("room_not_found");

  const { turns } = JSON.parse((await ana.chats.exportChat({ roomId, format: "json" })).content) as chats.Conversation;
  const other = turns.find(({ body }) => body.includes("a2"))?.id as messages.MessageId;
  const branch = await ana.chats.exportChat({ roomId, format: "pdf", messageId: other });
  expect(readPdf(Buffer.from(branch.content, "base64")).text).toContain("a2 is said");
});

test("a conversation too long for a PDF is refused as such, and leaves as a page", async () => {
  const { ana } = harbour;
  const long = Array.from({ length: 150 }, (_, index) => ({
    ...turn(`q${index}`, index === 0 ? null : `q${index - 1}`, index),
    body: "The ferry leaves. ".repeat(1_000),
  }));
  const roomId = await bringIn(long);
  expect(await refusal(ana.chats.exportChat({ roomId, format: "pdf" }))).toBe("pdf_too_long");
  expect((await ana.chats.exportChat({ roomId, format: "html" })).mediaType).toBe("text/html");
});

test("nothing answers what was brought in", async () => {
  const { ana, workspaceId } = harbour;
  const { chats: brought } = await ana.chats.importChats({ workspaceId, content: { ...file, createdAt: at(1) } });
  await server.settled();
  expect(await ana.assistants.listRuns({ roomId: brought[0]?.roomId as rooms.RoomId })).toEqual([]);
});

test("what cannot be read is refused, and a channel is no conversation", async () => {
  const { ana, workspaceId, channel } = harbour;
  expect(await refusal(ana.chats.importChats({ workspaceId, content: { hello: 1 } }))).toBe("import_unreadable");
  const { id: roomId } = await channel("no chat");
  expect(await refusal(ana.chats.exportChat({ roomId }))).toBe("room_kind_wrong");
});
