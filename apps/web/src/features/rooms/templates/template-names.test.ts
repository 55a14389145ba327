import { expect, test } from "bun:test";
import type { rooms } from "@althing/contract";
import { findTakenName, roomNamesFrom } from "./template-names.ts";

test("a name takes its place in the names of a template's rooms, whatever it holds", () => {
  const room = (name: string) => ({ name }) as rooms.TemplateRoom;
  const template = { rooms: [room("{name}"), room("team-{name}-inside"), room("lobby")] };
  expect(roomNamesFrom(template, "tides")).toEqual(["tides", "team-tides-inside", "lobby"]);
  expect(roomNamesFrom({ rooms: [room("{name}!")] }, "$&")).toEqual(["$&!"]);
});

test("a name is taken by a channel in use, however it is written", () => {
  const room = (name: string, more: Partial<rooms.MyRoom> = {}) =>
    ({ kind: "channel", name, archivedAt: null, ...more }) as rooms.MyRoom;
  const known = {
    a: room("Ship News"),
    b: room("old", { archivedAt: "2026-01-01T00:00:00Z" }),
    c: room("crew", { kind: "group" }),
  };
  expect(findTakenName(known, ["crew", "old", "ship-news"])).toBe("ship-news");
  expect(findTakenName(known, ["crew", "old"])).toBeUndefined();
});
