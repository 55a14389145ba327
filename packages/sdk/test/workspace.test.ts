import { describe, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { createMemoryStorage, unreadOf } from "../src/index.ts";
import { anAttachment, ana, otherRoomId, roomId, workspaceId } from "./cast.ts";
import { ModelServer } from "./model-server.ts";
import { openOn, settled } from "./open-workspace.ts";

async function open(storage = createMemoryStorage(), server = new ModelServer([roomId])) {
  const { clock, live, workspace } = await openOn(server, storage);
  const bodies = (id = roomId) => workspace.state.timelines[id]?.ids.map((one) => workspace.state.messages[one]?.body);
  return { server, clock, live, workspace, storage, bodies };
}
const account = feedOf.account(ana.id);
const always = [account, feedOf.workspace(workspaceId)];

describe("a workspace", () => {
  test("follows the account, the workspace and each of its rooms", async () => {
    const { server } = await open();
    expect(server.followed).toEqual([...always, feedOf.room(roomId)].toSorted());
  });

  test("follows a room from when Ana comes into it until she goes", async () => {
    const { server, workspace } = await open();
    server.post(otherRoomId, "before Ana came");
    server.enter(otherRoomId);
    await settled();
    server.post(otherRoomId, "welcome");
    await settled();
    expect(unreadOf(workspace.state, otherRoomId).count).toBe(2);
    server.exit(roomId);
    await settled();
    expect(Object.keys(workspace.state.rooms)).toEqual([otherRoomId]);
    expect(server.followed).toEqual([...always, feedOf.room(otherRoomId)].toSorted());
  });

  test("follows a room that Ana only looks at", async () => {
    const { server, workspace } = await open();
    await workspace.windows.visitRoom(otherRoomId);
    expect(server.followed).toContain(feedOf.room(otherRoomId));
  });

  test("shows a room no more when its feed is taken away", async () => {
    const { server, workspace } = await open();
    await workspace.windows.openRoom(roomId);
    server.revoke(feedOf.room(roomId));
    await settled();
    expect([workspace.state.rooms, workspace.state.timelines]).toEqual([{}, {}]);
  });

  test("fetches a room once more that changed while it was fetched", async () => {
    const { server, workspace } = await open();
    server.archive(roomId);
    server.archive(roomId);
    await settled();
    expect(workspace.state.stale).toEqual({});
  });

  test("loads a room from its newest page backwards, and each page once", async () => {
    const { server, workspace, bodies } = await open();
    for (let count = 1; count <= 12; count++) server.post(roomId, `${count}`);
    await workspace.windows.openRoom(roomId);
    expect(bodies()).toEqual(["8", "9", "10", "11", "12"]);
    await Promise.all([workspace.windows.loadOlder(roomId), workspace.windows.loadOlder(roomId)]);
    expect(bodies()?.[0]).toBe("3");
    await workspace.windows.loadOlder(roomId);
    await workspace.windows.loadOlder(roomId);
    expect(bodies()).toHaveLength(12);
  });

  test("calls its listeners with each change, and not after they stopped", async () => {
    const { server, workspace } = await open();
    let calls = 0;
    const stop = workspace.subscribe(() => calls++);
    server.post(roomId, "one");
    await settled();
    stop();
    server.post(roomId, "two");
    await settled();
    expect(calls).toBe(1);
  });

  test("is read when Ana says so", async () => {
    const { server, workspace } = await open();
    server.post(roomId, "one");
    await settled();
    expect(unreadOf(workspace.state, roomId).count).toBe(1);
    await workspace.markRead(roomId);
    await settled();
    expect(unreadOf(workspace.state, roomId)).toMatchObject({ count: 0, lastReadSeq: 1 });
  });

  test("sends after a reload what was written while the server was away", async () => {
    const before = await open();
    before.server.isDown = true;
    before.server.cut();
    await settled();
    before.workspace.send({ roomId, body: "one" });
    before.workspace.send({ roomId, body: "two" });
    await settled();
    before.workspace.close();
    before.live.stop();
    before.server.isDown = false;
    const after = await open(before.storage, before.server);
    await settled();
    expect(after.workspace.outbox.entries).toEqual([]);
    expect(after.server.listed(roomId).map(({ body }) => body)).toEqual(["one", "two"]);
  });

  test("sends the files of a message by their ids, over the socket and without it", async () => {
    const { server, live, workspace } = await open();
    const attachments = [anAttachment];
    workspace.send({ roomId, body: "", attachments });
    await settled();
    live.stop();
    workspace.outbox.resume();
    workspace.send({ roomId, body: "map", attachments });
    await settled();
    expect(server.listed(roomId).map(({ body }) => body)).toEqual(["", "map"]);
    expect(server.sent.map(({ attachmentIds, ...more }) => [attachmentIds, "attachments" in more])).toEqual([
      [[anAttachment.id], false],
      [[anAttachment.id], false],
    ]);
  });

  test("fetches a room anew when it is too far behind", async () => {
    const { server, workspace, bodies, clock } = await open();
    await workspace.windows.openRoom(roomId);
    server.cut();
    for (let count = 1; count <= 60; count++) server.post(roomId, `${count}`);
    clock.advance(1_000);
    await settled();
    expect(bodies()).toEqual(["56", "57", "58", "59", "60"]);
    expect(unreadOf(workspace.state, roomId)).toMatchObject({ count: 60, firstUnreadSeq: 1 });
    server.post(roomId, "61");
    await settled();
    expect(bodies()?.at(-1)).toBe("61");
  });
});
