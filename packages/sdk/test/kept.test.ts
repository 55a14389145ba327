// What outlives a client: shown again at once, caught up by events, bounded, and gone when it must be.
import { describe, expect, test } from "bun:test";
import { platform } from "@althing/contract";
import { createMemoryStorage, findKept, forgetKept, type Storage } from "../src/index.ts";
import { otherRoomId, roomId } from "./cast.ts";
import { ModelServer } from "./model-server.ts";
import { openOn, settled } from "./open-workspace.ts";

const dayMs = 24 * 60 * 60_000;
const keysOf = async (storage: Storage) => (await storage.keys()).filter((key) => key.startsWith("replica:"));

/** Ana has looked at a room, and her client is closed. */
async function closed(server: ModelServer, storage = createMemoryStorage(), posts = 3) {
  for (let count = 1; count <= posts; count++) server.post(roomId, `${count}`);
  const { live, workspace, clock } = await openOn(server, storage);
  await workspace.windows.openRoom(roomId);
  await workspace.keep();
  live.stop();
  await workspace.close();
  return { storage, now: clock.now() };
}

const again = async (server: ModelServer, storage: Storage) => {
  const opened = await openOn(server, storage, true);
  const bodies = () =>
    opened.workspace.state.timelines[roomId]?.ids.map((id) => opened.workspace.state.messages[id]?.body);
  return { ...opened, bodies };
};

describe("a workspace that was kept", () => {
  test("is shown without the server, and takes what Ana writes", async () => {
    const server = new ModelServer([roomId]);
    const { storage } = await closed(server);
    server.isDown = true;
    const { workspace, bodies } = await again(server, storage);
    expect(bodies()).toEqual(["1", "2", "3"]);
    workspace.send({ roomId, body: "later" });
    await settled();
    expect(workspace.outbox.entries.map(({ draft }) => draft.body)).toEqual(["later"]);
  });

  test("is caught up by the events that Ana missed, and fetches no room for it", async () => {
    const server = new ModelServer([roomId]);
    const { storage } = await closed(server);
    server.post(roomId, "4");
    server.enter(otherRoomId);
    const asked: string[] = [];
    const { fetch } = server;
    Object.assign(server, {
      fetch: (url: string, init: RequestInit) => {
        asked.push(new URL(url).pathname);
        return fetch(url, init);
      },
    });
    const { workspace, bodies } = await again(server, storage);
    await settled();
    expect(bodies()).toEqual(["1", "2", "3", "4"]);
    expect(Object.keys(workspace.state.rooms).toSorted()).toEqual([roomId, otherRoomId].toSorted());
    expect(asked.filter((path) => path.includes("/rooms"))).toEqual([]);
  });

  test("is fetched anew at once where too many of its rooms are too far behind", async () => {
    const roomIds = Array.from({ length: 12 }, () => crypto.randomUUID() as typeof roomId);
    const server = new ModelServer([...roomIds]);
    const { storage } = await closed(server, undefined, 0);
    for (const id of roomIds) for (let count = 0; count <= server.resumeLimit; count++) server.post(id, "flood");
    let asked = 0;
    const { fetch } = server;
    Object.assign(server, {
      fetch: (url: string, init: RequestInit) => {
        if (new URL(url).pathname.includes("/rooms")) asked++;
        return fetch(url, init);
      },
    });
    const { workspace, clock } = await again(server, storage);
    clock.advance(1_000);
    await settled();
    await settled();
    const counts = roomIds.map((id) => workspace.state.rooms[id]?.unread.count);
    expect(new Set(counts)).toEqual(new Set([server.resumeLimit + 1]));
    expect(asked).toBeLessThan(roomIds.length);
  });

  test("holds the end of a room only, and says that there is more", async () => {
    const server = new ModelServer([roomId]);
    const storage = createMemoryStorage();
    const { live, workspace } = await openOn(server, storage);
    await workspace.windows.openRoom(roomId);
    for (let count = 1; count <= 80; count++) server.post(roomId, `${count}`);
    await settled();
    await workspace.keep();
    live.stop();
    await workspace.close();
    const { workspace: later, bodies } = await again(server, storage);
    expect(bodies()).toHaveLength(50);
    expect(later.state.timelines[roomId]?.hasOlder).toBe(true);
    expect(Object.keys(later.state.messages)).toHaveLength(50);
  });

  test("is written some seconds after a change, and not after the client was closed", async () => {
    const server = new ModelServer([roomId]);
    const storage = createMemoryStorage();
    const { workspace, clock } = await openOn(server, storage);
    server.post(roomId, "one");
    await settled();
    expect(await keysOf(storage)).toEqual([]);
    clock.advance(5_000);
    await settled();
    expect(await keysOf(storage)).toHaveLength(1);
    await workspace.close();
    await forgetKept(storage);
    server.post(roomId, "two");
    clock.advance(60_000);
    await settled();
    expect(await keysOf(storage)).toEqual([]);
  });

  test("is let go when it is a month old, or of another level of the contract", async () => {
    const server = new ModelServer([roomId]);
    const { storage, now } = await closed(server);
    expect(await findKept(storage, "harbour", now + 29 * dayMs)).toBeDefined();
    expect(await findKept(storage, "elsewhere", now)).toBeUndefined();
    expect(await findKept(storage, "harbour", now + 30 * dayMs)).toBeUndefined();
    expect(await keysOf(storage)).toEqual([]);

    const { storage: other } = await closed(server);
    const [key = ""] = await keysOf(other);
    await other.set(key, { ...((await other.get(key)) as object), level: platform.featureLevel + 1 });
    expect(await findKept(other, "harbour", now)).toBeUndefined();
    expect(await keysOf(other)).toEqual([]);
  });

  test("is forgotten, while messages that wait to be sent are not", async () => {
    const server = new ModelServer([roomId]);
    const { storage } = await closed(server);
    server.isDown = true;
    const { workspace } = await again(server, storage);
    workspace.send({ roomId, body: "later" });
    await workspace.close();
    await forgetKept(storage);
    expect((await storage.keys()).map((key) => key.split(":")[0])).toEqual(["outbox"]);
  });
});
