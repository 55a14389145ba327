import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben sees his own categories and the workspace's, in their order", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  await ben.rooms.createCategory({ workspaceId, name: "Mine", position: 2 });
  await ana.rooms.createCategory({ workspaceId, name: "Ours", shared: true, position: 1 });
  const namesOf = async (person: typeof ben) =>
    (await person.rooms.listCategories({ workspaceId })).map(({ name, shared }) => [name, shared]);
  expect(await namesOf(ben)).toEqual([
    ["Ours", true],
    ["Mine", false],
  ]);
  expect(await namesOf(cem)).toEqual([["Ours", true]]);
});

test("shared categories are made, renamed and deleted by who may change the workspace", async () => {
  const { ana, ben, workspaceId } = harbour;
  expect(await refusal(ben.rooms.createCategory({ workspaceId, name: "Ben's", shared: true }))).toBe("forbidden");
  const { id: categoryId } = await ana.rooms.createCategory({ workspaceId, name: "Boats", shared: true });
  expect(await refusal(ben.rooms.updateCategory({ workspaceId, categoryId, name: "Ben's" }))).toBe("forbidden");
  expect(await refusal(ben.rooms.deleteCategory({ workspaceId, categoryId }))).toBe("forbidden");
  expect(await ana.rooms.updateCategory({ workspaceId, categoryId, name: "Ships" })).toMatchObject({ name: "Ships" });
});

test("each folds a shared category for themselves", async () => {
  const { ana, ben, workspaceId, eventsOf } = harbour;
  const { id: categoryId } = await ana.rooms.createCategory({ workspaceId, name: "Piers", shared: true });
  expect(await ben.rooms.updateCategory({ workspaceId, categoryId, collapsed: true })).toMatchObject({
    collapsed: true,
  });
  const isFolded = async (person: typeof ben) =>
    (await person.rooms.listCategories({ workspaceId })).find(({ id }) => id === categoryId)?.collapsed;
  expect([await isFolded(ben), await isFolded(ana)]).toEqual([true, false]);
  const heard = (await eventsOf(feedOf.account(ben.id))).at(-1);
  expect(heard?.data.categories).toEqual(await ben.rooms.listCategories({ workspaceId }));
});

test("a deleted category leaves its rooms, which everyone hears", async () => {
  const { ana, ben, workspaceId, channel, eventsOf } = harbour;
  const { id: categoryId } = await ana.rooms.createCategory({ workspaceId, name: "Docks", shared: true });
  const { id: roomId } = await channel("dock", [ben]);
  await ana.rooms.updateRoom({ roomId, categoryId });
  await ben.rooms.placeRoom({ roomId, categoryId });
  await ana.rooms.deleteCategory({ workspaceId, categoryId });
  expect(await ben.rooms.getRoom({ roomId })).toMatchObject({ categoryId: null, placement: { categoryId: null } });
  expect((await eventsOf(feedOf.account(ben.id))).at(-1)).toMatchObject({ type: "rooms.placed" });
  const updated = (await eventsOf(feedOf.room(roomId))).findLast(({ type }) => type === "rooms.updated");
  expect(updated?.data).toMatchObject({ room: { categoryId: null } });
});

test("many categories made at once are all in the last list that is told", async () => {
  const { cem, workspaceId, eventsOf } = harbour;
  const names = ["A", "B", "C", "D", "E", "F", "G", "H"];
  await Promise.all(names.map((name) => cem.rooms.createCategory({ workspaceId, name })));
  const heard = (await eventsOf(feedOf.account(cem.id))).at(-1);
  expect(heard?.data.categories).toEqual(await cem.rooms.listCategories({ workspaceId }));
});

test("another's category is not there", async () => {
  const { ben, cem, eve, workspaceId } = harbour;
  const { id: categoryId } = await ben.rooms.createCategory({ workspaceId, name: "Secret" });
  for (const person of [cem]) {
    expect(await refusal(person.rooms.updateCategory({ workspaceId, categoryId, name: "X" }))).toBe(
      "category_not_found",
    );
    expect(await refusal(person.rooms.deleteCategory({ workspaceId, categoryId }))).toBe("category_not_found");
  }
  expect(await refusal(eve.rooms.listCategories({ workspaceId }))).toBe("workspace_not_found");
});
