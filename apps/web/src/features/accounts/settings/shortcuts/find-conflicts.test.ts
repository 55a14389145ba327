import { expect, test } from "bun:test";
import { findConflicts } from "./find-conflicts.ts";

test("one's own keys collide with those of another command, and both say so", () => {
  const conflicts = findConflicts([
    { id: "palette", keys: "mod+k", isOwn: false },
    { id: "status", keys: "mod+k", isOwn: true },
    { id: "sign out", keys: undefined, isOwn: false },
  ]);
  expect([...conflicts]).toEqual([
    ["palette", ["status"]],
    ["status", ["palette"]],
  ]);
});

test("keys that commands of places apart came with are no conflict", () => {
  expect(
    findConflicts([
      { id: "close panel", keys: "escape", isOwn: false },
      { id: "cancel edit", keys: "escape", isOwn: false },
    ]).size,
  ).toBe(0);
});
