import { describe, expect, test } from "bun:test";
import type { rooms } from "@althing/contract";
import { arrangeRooms, isSameArrangement } from "./arrange-rooms.ts";

const placement = { favourite: false, muted: false, categoryId: null, notify: "all" as const };
const ana = { id: "ana", handle: "ana", name: "Ana", kind: "person" };
const ben = { id: "ben", handle: "ben", name: "Ben", kind: "person" };
const room = (id: string, more: object = {}) =>
  ({
    ...{ id, name: id, kind: "channel", visibility: "public", people: [], joined: true, placement, categoryId: null },
    ...{ archivedAt: null, lastMessageAt: null, createdAt: "2026-01-01", ...more },
  }) as unknown as rooms.MyRoom;
const category = (id: string, more: object = {}) =>
  ({ id, name: id, position: 0, shared: false, collapsed: false, ...more }) as unknown as rooms.Category;
const arrange = (list: readonly rooms.MyRoom[], categories: readonly rooms.Category[] = []) =>
  arrangeRooms({
    rooms: Object.fromEntries(list.map((one) => [one.id, one])),
    categories,
    myId: "ana",
    compareNames: (one, other) => one.localeCompare(other),
  });
const shown = (...given: Parameters<typeof arrange>) =>
  Object.fromEntries(arrange(...given).map(({ id, roomIds }) => [id, roomIds]));

describe("the sidebar", () => {
  test("puts channels by name, and direct messages by the last word", () => {
    const dm = (id: string, lastMessageAt: string | null) =>
      room(id, { kind: "dm", name: null, people: [ana, ben], lastMessageAt });
    const list = [room("quay"), room("harbour"), dm("old", "2026-02-01"), dm("new", "2026-03-01"), dm("silent", null)];
    expect(shown(list)).toEqual({ channels: ["harbour", "quay"], messages: ["new", "old", "silent"] });
  });

  test("has no place for what is unlisted", () => {
    expect(shown([room("quay"), room("try-out", { kind: "assistant", unlisted: true })])).toEqual({
      channels: ["quay"],
      messages: [],
    });
  });

  test("has favourites first, whatever else they are", () => {
    const favourite = { placement: { ...placement, favourite: true, categoryId: "ships" } };
    expect(arrange([room("quay", favourite)], [category("ships")]).map(({ id }) => id)).toEqual([
      "favourites",
      "ships",
      "channels",
      "messages",
    ]);
  });

  test("prefers one's own category to the workspace's, and forgets one that is gone", () => {
    const categories = [category("mine"), category("ours", { shared: true })];
    const list = [
      room("both", { categoryId: "ours", placement: { ...placement, categoryId: "mine" } }),
      room("ours only", { categoryId: "ours" }),
      room("lost", { placement: { ...placement, categoryId: "gone" } }),
    ];
    expect(shown(list, categories)).toEqual({
      ours: ["ours only"],
      mine: ["both"],
      channels: ["lost"],
      messages: [],
    });
  });

  test("folds archived rooms away, and does not show rooms that one only looked at", () => {
    const list = [room("old", { archivedAt: "2026-01-01" }), room("visited", { joined: false })];
    expect(shown(list)).toEqual({ channels: [], messages: [], archived: ["old"] });
  });

  test("is the same until a room moves", () => {
    const list = [room("quay"), room("harbour")];
    expect(isSameArrangement(arrange(list), arrange([room("quay", { topic: "new" }), room("harbour")]))).toBe(true);
    expect(isSameArrangement(arrange(list), arrange([room("quay", { name: "a" }), room("harbour")]))).toBe(false);
  });
});
