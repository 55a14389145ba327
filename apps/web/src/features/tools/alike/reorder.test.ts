import { expect, test } from "bun:test";
import type { tools } from "@althing/contract";
import { moved, precedencesFor } from "./reorder.ts";

const source = (id: string, precedence: number) => ({ id: id as tools.ToolSourceId, precedence });
const changes = (...ordered: ReturnType<typeof source>[]) =>
  precedencesFor(ordered).map((change) => `${change.source.id}:${change.precedence}`);

test("something is moved up or down, and the rest keeps its order", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});

test("an order that holds is left alone, and another one changes as few as it can", () => {
  expect(changes(source("a", 5), source("b", 100))).toEqual([]);
  expect(changes(source("a", 100), source("b", 100))).toEqual(["a:10", "b:20"]);
  expect(changes(source("b", 10), source("a", 5))).toEqual(["a:20"]);
});
