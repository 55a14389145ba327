import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("all rooms are counted; only public channels are named, the busiest first", async () => {
  const { ana, ben, cem, gus, workspaceId, channel } = harbour;
  const [pier, tavern, council] = [
    await channel("pier", [ben, cem]),
    await channel("tavern", [ben]),
    await channel("secret-council", [ben], "private"),
  ];
  const { id: dm } = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  const say = async (who: typeof ana, roomId: typeof dm, times: number) => {
    for (let count = 0; count < times; count++) await who.messages.sendMessage({ roomId, body: "Hello" });
  };
  await say(ben, tavern.id, 1);
  await say(ana, pier.id, 2);
  await say(cem, pier.id, 1);
  await say(ben, council.id, 5);
  await say(ana, dm, 4);
  await server.settled();
  const told = await ana.statistics.getWorkspaceStatistics({ workspaceId });
  expect(told.total).toEqual({ messages: 13, replies: 0, reactions: 0, activePeople: 3, activeRooms: 4 });
  expect(told.days).toHaveLength(30);
  expect(told.days.at(-1)).toMatchObject({ messages: 13, activePeople: 3 });
  expect(told.rooms).toEqual([
    { roomId: pier.id, name: "pier", messages: 3, activePeople: 2 },
    { roomId: tavern.id, name: "tavern", messages: 1, activePeople: 1 },
  ]);
  expect(JSON.stringify(told)).not.toContain("council");
  // Of another workspace nothing is in it.
  expect(await refusal(harbour.eve.statistics.getWorkspaceStatistics({ workspaceId }))).toBe("workspace_not_found");
  for (const who of [ben, gus]) {
    expect(await refusal(who.statistics.getWorkspaceStatistics({ workspaceId }))).toBe("forbidden");
  }
});

test("another workspace has numbers of its own", async () => {
  const { eve } = harbour;
  const [elsewhere] = await eve.workspaces.listWorkspaces();
  if (!elsewhere) throw new Error("Eve has a workspace");
  await server.settled();
  const { total, rooms } = await eve.statistics.getWorkspaceStatistics({ workspaceId: elsewhere.id });
  expect([total.messages, total.activeRooms, rooms]).toEqual([0, 0, []]);
});
