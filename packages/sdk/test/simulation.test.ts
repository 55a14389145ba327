// A seeded model of the whole sync engine against a line with every fault: whatever happened, in the end it is as stored.
import { describe, expect, test } from "bun:test";
import { feedOf, messages } from "@althing/contract";
import fc from "fast-check";
import { createMemoryStorage, type Storage, unreadOf, type Workspace } from "../src/index.ts";
import { ana, ben, otherRoomId, roomId } from "./cast.ts";
import { ModelServer } from "./model-server.ts";
import type { Fault } from "./model-socket.ts";
import { openOn, settled } from "./open-workspace.ts";
import type { TestClock } from "./test-clock.ts";

const writing = ["edit", "delete", "reply", "react", "unreact", "pin", "unpin", "resolve", "reopen"] as const;
const reading = ["unread", "unread only", "read thread", "follow", "unfollow", "mute", "unmute"] as const;
const looking = ["open", "older", "open pins", "read all"] as const;
const faults: Fault[] = ["none", "drop", "double", "reverse"];
const line = ["cut", "down", "up", "flood", "settle", "start again"] as const;

type Step =
  | { kind: "post"; room: number; byAna: boolean }
  | { kind: (typeof writing)[number] | (typeof reading)[number] | "open thread"; pick: number; byAna: boolean }
  | { kind: "read"; room: number; back: number }
  | { kind: (typeof looking)[number]; room: number }
  | { kind: "fault"; fault: Fault }
  | { kind: (typeof line)[number] }
  | { kind: "wait"; ms: number };

const room = fc.integer({ min: 0, max: 1 });
const pick = fc.nat(99);
const byAna = fc.boolean();
const of = <const Kind extends string>(...kinds: readonly Kind[]) => fc.constantFrom(...kinds);
const happening: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: of("post"), room, byAna }) },
  { weight: 8, arbitrary: fc.record({ kind: of(...writing), pick, byAna }) },
  { weight: 4, arbitrary: fc.record({ kind: of(...reading), pick, byAna }) },
  { weight: 2, arbitrary: fc.record({ kind: of("read"), room, back: fc.nat(4) }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 22, arbitrary: happening },
  { weight: 4, arbitrary: fc.record({ kind: of(...looking), room }) },
  { weight: 2, arbitrary: fc.record({ kind: of("open thread"), pick, byAna }) },
  { weight: 4, arbitrary: fc.record({ kind: of("fault"), fault: fc.constantFrom(...faults) }) },
  { weight: 4, arbitrary: fc.record({ kind: of(...line) }) },
  { weight: 4, arbitrary: fc.record({ kind: of("wait"), ms: fc.integer({ min: 1, max: 40_000 }) }) },
);
/** What was there before Ana came, and what happens while she looks. */
const story = fc.record({
  before: fc.array(happening, { maxLength: 20 }),
  steps: fc.array(step, { minLength: 5, maxLength: 60 }),
});
type Opened = Awaited<ReturnType<typeof openOn>>;
type Story = { before: readonly Step[]; steps: readonly Step[] };

const roomIds = [roomId, otherRoomId];

async function run({ before, steps }: Story) {
  const server = new ModelServer([...roomIds]);
  for (const one of before) happen(one, server);
  const storage = createMemoryStorage();
  let opened = await openOn(server, storage);
  const composed: string[] = [];
  const failures: unknown[] = [];
  for (const one of steps) {
    if (one.kind === "start again") opened = await startAgain(opened, server, storage);
    else take(one, { server, ...opened, composed, failures });
    if (one.kind === "wait" || one.kind === "settle") await settled();
  }
  const { clock, live, workspace } = opened;
  server.fault = "none";
  server.isDown = false;
  // Long enough for every wait to end: the last backoff, the heartbeats, the gaps.
  for (let second = 0; second < 120; second++) {
    clock.advance(1_000);
    await settled();
  }
  live.stop();
  await workspace.close();
  return { server, workspace, composed };
}

/** Ana closes her client and opens it again, from what it kept; the server may be away, and much may happen before she does. */
async function startAgain({ live, workspace }: Opened, server: ModelServer, storage: Storage): Promise<Opened> {
  // What was written has reached the storage by then.
  await settled();
  void workspace.keep();
  live.stop();
  await workspace.close();
  return openOn(server, storage, true);
}

/** What happens at the server, by Ben or by Ana on another device. */
function happen(one: Step, server: ModelServer): void {
  const id = roomIds["room" in one ? one.room : 0] ?? roomId;
  if (one.kind === "post") server.post(id, "from Ben");
  if (one.kind === "read") server.read(id, Math.max(0, server.head(feedOf.room(id)) - one.back));
  if (!("pick" in one)) return;
  const all = [...server.messages.values()].filter(({ deletedAt }) => deletedAt === null);
  const message = all[one.pick % Math.max(1, all.length)];
  if (!message) return;
  const root = message.parentId === null ? message : server.view(message.parentId);
  const person = one.byAna ? ana : ben;
  const now = "2026-11-20T09:30:00.000Z";
  switch (one.kind) {
    case "edit":
      server.edit(message, { body: "edited" });
      break;
    case "delete":
      server.edit(message, { body: "", deletedAt: now }, messages.MessageDeletedEvent);
      break;
    case "reply":
      server.reply(root, person, one.pick % 5 === 0);
      break;
    case "react":
    case "unreact":
      server.react(message, person, one.kind === "react");
      break;
    case "pin":
    case "unpin":
      server.pin(message, one.kind === "pin");
      break;
    case "resolve":
    case "reopen":
      server.resolve(root, one.kind === "resolve" ? now : null);
      break;
    case "unread":
    case "unread only":
      server.unread(root, one.kind === "unread only");
      break;
    case "read thread":
      server.stand(root, { lastReadSeq: Math.max(message.seq, server.reading.standing(root).lastReadSeq) });
      break;
    case "follow":
    case "unfollow":
      server.stand(root, { following: one.kind === "follow" });
      break;
    case "mute":
    case "unmute":
      server.stand(root, { muted: one.kind === "mute" });
      break;
  }
}

type Scene = { server: ModelServer; clock: TestClock; workspace: Workspace; composed: string[]; failures: unknown[] };

function take(one: Step, { server, clock, workspace, composed, failures }: Scene): void {
  const { windows } = workspace;
  const idOf = (index: number) => roomIds[index] ?? roomId;
  const look = (looked: Promise<void>) => {
    looked.catch((error: unknown) => failures.push(error));
  };
  switch (one.kind) {
    case "open":
      look(windows.openRoom(idOf(one.room)));
      break;
    case "older":
      look(windows.loadOlder(idOf(one.room)));
      break;
    case "open pins":
      look(windows.openPins(idOf(one.room)));
      break;
    case "open thread": {
      const roots = [...server.messages.values()].filter(({ parentId }) => parentId === null);
      const root = roots[one.pick % Math.max(1, roots.length)];
      if (root) look(windows.openThread(root.roomId, root.id));
      break;
    }
    case "read all":
      server.read(idOf(one.room));
      break;
    case "fault":
      server.fault = one.fault;
      break;
    case "cut":
      server.cut();
      break;
    case "down":
      server.isDown = true;
      server.cut();
      break;
    case "up":
      server.isDown = false;
      break;
    case "flood":
      for (let count = 0; count < 50; count++) server.post(roomId, "flood");
      break;
    case "wait":
      clock.advance(one.ms);
      break;
    case "post":
      if (one.byAna) composed.push(workspace.send({ roomId: idOf(one.room), body: `${composed.length}` }).id);
      else happen(one, server);
      break;
    default:
      happen(one, server);
  }
}

function expectAsStored(server: ModelServer, { state }: Workspace): void {
  for (const id of roomIds) {
    const timeline = state.timelines[id];
    const stored = server.listed(id);
    if (timeline) {
      const loaded = timeline.ids.map((messageId) => state.messages[messageId]);
      expect(timeline.hasNewer).toBe(false);
      expect(loaded).toEqual(stored.slice(stored.length - loaded.length));
      expect(timeline.hasOlder).toBe(loaded.length < stored.length);
    }
    const pinned: readonly string[] = server.pinned(id).map((message) => message.id);
    expect((state.pins[id] ?? pinned).toSorted()).toEqual(pinned.toSorted());
    expect(state.rooms[id]?.head).toBe(server.head(feedOf.room(id)));
    expect(unreadOf(state, id)).toEqual(server.room(id).unread);
    expect(state.rooms[id]?.unread).toEqual(server.room(id).unread);
  }
  for (const [rootId, { replyIds }] of Object.entries(state.threads)) {
    expect(replyIds.map((id) => state.messages[id])).toEqual(server.replies(rootId));
  }
  for (const [rootId, { following }] of server.reading.standings) {
    const { head: _, ...standing } = state.standings[rootId] ?? { head: 0 };
    const root = server.view(rootId);
    if (following) expect(standing).toEqual({ ...server.reading.standing(root), roomId: root.roomId });
  }
}

describe("whatever the line does", () => {
  test("every room ends as it is stored, and every message is stored once, in order", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const numRuns = Number(process.env.RUNS ?? 150);
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const { server, workspace, composed } = await run(told);
        expectAsStored(server, workspace);
        expect(workspace.outbox.entries).toEqual([]);
        const mine = roomIds.flatMap((id) =>
          server.listed(id).filter(({ author, parentId }) => author.id === ana.id && parentId === null),
        );
        expect(mine.map(({ id }) => id as string).toSorted()).toEqual(composed.toSorted());
        for (const id of roomIds) {
          const order = mine.filter((message) => message.roomId === id).map((message) => composed.indexOf(message.id));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      { seed, numRuns },
    );
  }, 120_000);
});
