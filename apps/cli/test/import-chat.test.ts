/** Some of #ubuntu comes in, twice. The excerpt beside this file is described in ubuntu-irc/README.md. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { messages, rooms } from "@althing/contract";
import type { Client } from "@althing/sdk";
import { type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { createClock } from "../src/commands/import/chat/clock.ts";
import { importChat } from "../src/commands/import/chat/import-chat.ts";
import type { ChatRecord } from "../src/commands/import/chat/parse-record.ts";
import type { Report } from "../src/commands/import/chat/report.ts";

/** A quarter of an hour around midnight; ALTHING_TEST_CHAT names a whole file of the corpus instead. */
const path = process.env.ALTHING_TEST_CHAT ?? join(import.meta.dir, "ubuntu-irc/2012-03-24.jsonl");

type Written = Omit<ChatRecord, "at"> & { at: string; text?: string; repliesTo?: number[] };
let server: TestServer;
let harbour: Harbour;
let room: rooms.MyRoom;
let first: Report;
let written: Written[];

beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  written = (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Written);
  first = await importChat(
    { client: harbour.ana, workspaceId: harbour.workspaceId },
    { paths: [path], roomName: "ubuntu-irc" },
  );
  const found = (await harbour.ana.rooms.listRooms({ workspaceId: harbour.workspaceId })).find(
    ({ name }) => name === "ubuntu-irc",
  );
  if (!found) throw new Error("The import made no room");
  room = found;
}, 60_000);
afterAll(() => server.dispose());

test("everything that was written comes in", () => {
  const spoken = written.filter(({ kind }) => kind === "message").length;
  expect(first).toMatchObject({
    messages: spoken,
    systemMessages: written.length - spoken,
    imported: written.length,
    known: 0,
    skipped: [],
  });
});

test("from either end, each message is met once, in the order of the lines and at its time", async () => {
  const fromStart = await readAll("after");
  expect((await readAll("before")).map(({ id }) => id)).toEqual(fromStart.map(({ id }) => id));
  const replies = await readReplies(harbour.ana, fromStart);
  expect(replies.length).toBe(first.replies);
  const all = [...fromStart, ...replies].toSorted((a, b) => a.seq - b.seq);
  expect(new Set(all.map(({ id }) => id)).size).toBe(written.length);
  const clock = createClock();
  const expected = written.map(
    ({ nick, kind, at }) =>
      `${minuteOf(clock.read(Date.parse(at)))} ${kind === "message" ? "message" : "system"} ${nick}`,
  );
  expect(all.map(({ createdAt, kind, author }) => `${minuteOf(Date.parse(createdAt))} ${kind} ${author.name}`)).toEqual(
    expected,
  );
});

test("an annotated answer is in the thread of what it answers", async () => {
  const find = (line: number | undefined) => written.find((record) => record.line === line);
  const answer = written.find(({ repliesTo }) => find(repliesTo?.[0]) !== undefined);
  const answered = find(answer?.repliesTo?.[0]);
  const roots = (await readAll("after")).filter(({ thread }) => thread !== null);
  const threads = await Promise.all(
    roots.map(({ id }) => harbour.ana.messages.getThread({ roomId: room.id, messageId: id })),
  );
  const thread = threads.find(({ replies }) => replies.some(({ author, html }) => isSaying(answer, author.name, html)));
  const said = thread && [thread.root, ...thread.replies];
  expect(said?.some(({ author, html }) => isSaying(answered, author.name, html))).toBe(true);
  expect(roots.length).toBe(first.threads);
});

test("who is addressed is mentioned", async () => {
  const all = await readAll("after");
  const mentions = [...all, ...(await readReplies(harbour.ana, all))].filter(({ mentions }) => mentions.length > 0);
  expect(mentions.length).toBe(first.mentions);
  expect(mentions.length).toBeGreaterThan(0);
});

test("importing again brings nothing twice", async () => {
  const before = await readAll("after");
  const again = await importChat(
    { client: harbour.ana, workspaceId: harbour.workspaceId },
    { paths: [path], roomName: "ubuntu-irc" },
  );
  expect(again).toMatchObject({ imported: 0, known: written.length });
  expect((await readAll("after")).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test("a member who may not import is told so", async () => {
  const attempt = importChat(
    { client: harbour.ben, workspaceId: harbour.workspaceId },
    { paths: [path], roomName: "mine" },
  );
  expect(attempt).rejects.toMatchObject({ status: 403 });
});

/** All pages of the room, from its beginning or from its end. */
async function readAll(direction: "after" | "before"): Promise<messages.Message[]> {
  const list = (more: object) => harbour.ana.messages.listMessages({ roomId: room.id, limit: 100, ...more });
  const all: messages.Message[] = [];
  let page = await list(direction === "after" ? { at: "1990-01-01T00:00:00.000Z" } : {});
  while (page.length > 0) {
    if (direction === "after") all.push(...page);
    else all.unshift(...page);
    page = await list(direction === "after" ? { after: all.at(-1)?.id } : { before: all[0]?.id });
  }
  return all;
}

async function readReplies(client: Client, roots: readonly messages.Message[]): Promise<messages.Message[]> {
  const begun = roots.filter(({ thread }) => thread !== null);
  const threads = await Promise.all(
    begun.map(({ id }) => client.messages.getThread({ roomId: room.id, messageId: id })),
  );
  return threads.flatMap(({ replies }) => replies);
}

const minuteOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

const isSaying = (record: Written | undefined, name: string, html: string): boolean =>
  record?.nick === name &&
  html.includes(
    (record.text ?? "")
      .split(/[^\w ]/, 3)
      .at(-1)
      ?.trim() ?? "",
  );
