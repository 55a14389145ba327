import { describe, expect, test } from "bun:test";
import type { messages } from "@althing/contract";
import type { Outgoing } from "@althing/sdk";
import { type Line, type Listed, lineUp } from "./lines.ts";
import { moveAlong } from "./roving.ts";

const noon = new Date(2026, 5, 1, 12).getTime();
const minute = 60_000;
const day = 24 * 60 * minute;

function says(seq: number, author: string, at: number, more: Partial<messages.Message> = {}): messages.Message {
  const known = { id: `m${seq}`, seq, kind: "message", author: { id: author }, parentId: null, system: null };
  return { ...known, createdAt: new Date(at).toISOString(), ...more } as messages.Message;
}
const goes = (seq: number, kind: "joined" | "left" | "renamed") =>
  says(seq, "ben", noon, { kind: "system", system: { kind, accountId: null, text: null } });

const listed: Listed = {
  messages: [],
  outgoing: [],
  tails: [],
  hasOlder: false,
  hasNewer: false,
  newFromSeq: null,
  myId: "ana",
};
const line = (messages: messages.Message[], more: Partial<Listed> = {}): Line[] =>
  lineUp({ ...listed, messages, ...more });
const groups = (lines: Line[]) => lines.map((one) => "isFirstOfGroup" in one && one.isFirstOfGroup);

describe("lines of messages", () => {
  test("belong together when one person goes on within five minutes", () => {
    const lines = line([says(1, "ana", noon), says(2, "ana", noon + minute), says(3, "ben", noon + 2 * minute)]);
    expect(groups(lines)).toEqual([false, true, false, true]);
    expect(groups(line([says(1, "ana", noon), says(2, "ana", noon + 6 * minute)]))).toEqual([false, true, true]);
  });

  test("end with what is being written, until its message is there", () => {
    const tails = [{ id: "m2", authorId: "ben" }];
    expect(line([says(1, "ana", noon)], { tails }).at(-1)).toMatchObject({ kind: "tail", key: "m2" });
    expect(line([says(1, "ana", noon), says(2, "ben", noon)], { tails }).map(({ kind }) => kind)).not.toContain("tail");
  });

  test("begin a day where the day changes, and a group with it", () => {
    const lines = line([says(1, "ana", noon), says(2, "ana", noon + day)]);
    expect(lines.map((one) => "opensDay" in one && one.opensDay !== undefined)).toEqual([false, true, true]);
  });

  test("show where the unread begins, once, and only where that is loaded", () => {
    const all = [says(1, "ben", noon), says(3, "ben", noon), says(4, "ben", noon)];
    const marked = (lines: Line[]) =>
      lines.filter((one) => "isFirstNew" in one && one.isFirstNew).map(({ key }) => key);
    expect(marked(line(all, { newFromSeq: 2 }))).toEqual(["m3"]);
    expect(marked(line(all, { newFromSeq: 1, hasOlder: true }))).toEqual([]);
    expect(marked(line(all, { newFromSeq: 1 }))).toEqual(["m1"]);
  });

  test("tell comings and goings in a row in one", () => {
    const lines = line([goes(1, "joined"), goes(2, "left"), goes(3, "renamed"), goes(4, "joined")]);
    expect(lines.flatMap((one) => (one.kind === "notes" ? [one.ids] : []))).toEqual([["m1", "m2"], ["m3"], ["m4"]]);
  });

  test("end with what is on its way, unless newer messages are not loaded", () => {
    const outgoing = [{ id: "o1" }, { id: "o2" }] as Outgoing[];
    const lines = line([says(1, "ana", noon)], { outgoing });
    expect(lines.map(({ key }) => key)).toEqual(["beginning", "m1", "o1", "o2"]);
    expect(groups(lines).slice(2)).toEqual([false, false]);
    expect(line([says(1, "ana", noon)], { outgoing, hasNewer: true }).at(-1)?.kind).toBe("newer");
  });
});

test("keys lead from message to message and stop at the ends", () => {
  const lines = line([says(1, "ana", noon), says(2, "ben", noon)]);
  expect(moveAlong(lines, "m2", "ArrowUp")).toBe("m1");
  expect(moveAlong(lines, "m1", "ArrowUp")).toBe("m1");
  expect(moveAlong(lines, undefined, "ArrowUp")).toBe("m2");
  expect(moveAlong(lines, "m2", "Home")).toBe("m1");
  expect(moveAlong(lines, "m1", "x")).toBeUndefined();
});
