// A seeded model of the whole sync engine against a line with every fault: whatever happened, in the end it is as stored.
import { describe, expect, test } from "bun:test";
import { feedOf, messages } from "@althing/contract";
import fc from "fast-check";
import { unreadOf, type Workspace } from "../src/index.ts";
import { ana, ben, otherRoomId, roomId } from "./cast.ts";
import { type Fault, ModelServer } from "./model-server.ts";
import { openOn, settled } from "./open-workspace.ts";
import type { TestClock } from "./test-clock.ts";

type Step =
  | { kind: "post"; room: number; byAna: boolean }
  | { kind: "edit" | "delete" | "react"; pick: number; byAna: boolean }
  | { kind: "read"; room: number; back: number }
  | { kind: "open" | "older"; room: number }
  | { kind: "fault"; fault: Fault }
  | { kind: "cut" | "down" | "up" | "flood" | "settle" }
  | { kind: "wait"; ms: number };

const room = fc.integer({ min: 0, max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("post" as const), room, byAna: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("edit" as const, "delete" as const, "react" as const),
      pick: fc.nat(99),
      byAna: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("read" as const), room, back: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("open" as const, "older" as const), room }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("fault" as const),
      fault: fc.constantFrom<Fault>("none", "drop", "double", "reverse"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("cut" as const, "down" as const, "up" as const, "flood" as const, "settle" as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 40_000 }) }) },
);

const roomIds = [roomId, otherRoomId];

async function run(steps: readonly Step[]) {
  const server = new ModelServer([...roomIds]);
  const { clock, live, workspace } = await openOn(server);
  const composed: string[] = [];
  const failures: unknown[] = [];
  for (const one of steps) {
    take(one, { server, clock, workspace, composed, failures });
    if (one.kind === "wait" || one.kind === "settle") await settled();
  }
  server.fault = "none";
  server.isDown = false;
  // Long enough for every wait to end: the last backoff, the heartbeats, the gaps.
  for (let second = 0; second < 120; second++) {
    clock.advance(1_000);
    await settled();
  }
  live.stop();
  workspace.close();
  return { server, workspace, composed };
}

type Scene = { server: ModelServer; clock: TestClock; workspace: Workspace; composed: string[]; failures: unknown[] };

function take(one: Step, { server, clock, workspace, composed, failures }: Scene): void {
  const of = (index: number) => roomIds[index] ?? roomId;
  switch (one.kind) {
    case "post":
      if (one.byAna) composed.push(workspace.send({ roomId: of(one.room), body: `${composed.length}` }).id);
      else server.post(of(one.room), "from Ben");
      break;
    case "edit":
    case "delete":
    case "react": {
      const all = [...server.messages.values()].filter(({ deletedAt }) => deletedAt === null);
      const message = all[one.pick % Math.max(1, all.length)];
      if (!message) break;
      if (one.kind === "react") server.react(message, one.byAna ? ana : ben);
      else if (one.kind === "edit") server.edit(message, { body: "edited" }, messages.MessageEdited);
      else server.edit(message, { body: "", deletedAt: "2026-11-20T09:30:00.000Z" }, messages.MessageDeletedEvent);
      break;
    }
    case "read":
      server.read(of(one.room), Math.max(0, server.head(feedOf.room(of(one.room))) - one.back));
      break;
    case "open":
      workspace.windows.openRoom(of(one.room)).catch((error: unknown) => failures.push(error));
      break;
    case "older":
      workspace.windows.loadOlder(of(one.room)).catch((error: unknown) => failures.push(error));
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
  }
}

describe("whatever the line does", () => {
  test("every room ends as it is stored, and every message is stored once, in order", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const numRuns = Number(process.env.RUNS ?? 150);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const { server, workspace, composed } = await run(steps);
        const { state } = workspace;
        for (const id of roomIds) {
          const timeline = state.timelines[id];
          const stored = server.listed(id);
          if (timeline) {
            const loaded = timeline.ids.map((messageId) => state.messages[messageId]);
            expect(timeline.hasNewer).toBe(false);
            expect(loaded).toEqual(stored.slice(stored.length - loaded.length));
            expect(timeline.hasOlder).toBe(loaded.length < stored.length);
          }
          expect(state.rooms[id]?.head).toBe(server.head(feedOf.room(id)));
          expect(unreadOf(state, id)).toEqual(server.room(id).unread);
          expect(state.rooms[id]?.unread).toEqual(server.room(id).unread);
        }
        expect(workspace.outbox.entries).toEqual([]);
        const mine = roomIds.flatMap((id) => server.listed(id).filter(({ author }) => author.id === ana.id));
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
