/** What a socket may not do, and what it no longer hears once it has lost the right to. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { closeCodes } from "@althing/contract/realtime";
import { connect, type Harbour, openHarbour, PlainSocket, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const address = () => `${server.url}/api/v1/realtime`;

test("a member removed under a hundred messages a second hears nothing after a second", async () => {
  const { ana, cem, channel } = harbour;
  const { id: roomId } = await channel("revoked", [cem]);
  const feed = feedOf.room(roomId);
  const socket = await connect(server.url, cem, [{ feed }]);
  let isPosting = true;
  const posting = (async () => {
    while (isPosting) await ana.messages.sendMessage({ roomId, body: "More" });
  })();
  await socket.until(() => socket.events.length > 20);
  await ana.rooms.removeRoomMember({ roomId, accountId: cem.id });
  await ana.rooms.updateRoom({ roomId, visibility: "private" });
  await socket.frame("revoked", (frame) => frame.feed === feed);
  const heard = socket.events.length;
  const before = await ana.messages.sendMessage({ roomId, body: "Nobody hears this" });
  await ana.messages.sendMessage({ roomId, body: "Nor this" });
  isPosting = false;
  await posting;
  expect(socket.events.length).toBe(heard);
  expect(socket.events.some(({ seq }) => seq >= before.seq)).toBe(false);
  socket.close();
});

test("a session that ends takes its sockets along", async () => {
  const { arrive } = harbour;
  const dan = await arrive("Dan");
  const socket = await connect(server.url, dan);
  await dan.accounts.logout();
  const closed = await socket.until(() => socket.closed);
  expect(closed).toEqual({ code: closeCodes.sessionEnded.code, reason: "session_ended" });
  expect(await socket.frame("bye")).toMatchObject({ reason: "session_ended", mayReconnect: false });
});

test("a ticket opens one socket, however many try it at once", async () => {
  const { ana } = harbour;
  const { ticket } = await ana.realtime.createTicket();
  const sockets = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const socket = new PlainSocket(`${address()}?ticket=${encodeURIComponent(ticket)}`);
      await socket.opened();
      socket.send({ op: "hello", feeds: [] });
      await socket.until(() => socket.closed ?? socket.frames.find(({ op }) => op === "ready"));
      return socket;
    }),
  );
  expect(sockets.filter(({ closed }) => !closed)).toHaveLength(1);
  for (const socket of sockets) socket.close();
});

test("the eleventh socket of an account is refused with a reason", async () => {
  const { arrive } = harbour;
  const fay = await arrive("Fay");
  const ten = await Promise.all(Array.from({ length: 10 }, () => connect(server.url, fay)));
  const eleventh = await connect(server.url, fay);
  expect(eleventh.closed ?? (await eleventh.until(() => eleventh.closed))).toMatchObject({
    code: closeCodes.tooManySockets.code,
  });
  for (const socket of ten) socket.close();
});

test("frames that are not the contract's are refused, and the socket lives on", async () => {
  const { ana } = harbour;
  const socket = await connect(server.url, ana);
  for (const wrong of [
    '{"op":"dance"}',
    "[]",
    '{"op":"send","key":"k","roomId":"x","body":1}',
    '{"op":"subscribe","feeds":[{"feed":"moon:1"}]}',
  ]) {
    const before = socket.frames.length;
    socket.sendText(wrong);
    const answer = await socket.until(() => socket.frames[before]);
    expect(answer).toMatchObject({ op: "error", problem: { code: "validation_failed" } });
  }
  socket.sendText("{");
  expect(await socket.until(() => socket.closed)).toMatchObject({ code: closeCodes.badFrame.code });
});

test("a flood and an oversized frame are closed, and others do not notice", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("flood", [ben]);
  const listener = await connect(server.url, ben, [{ feed: feedOf.room(roomId) }]);
  const large = await connect(server.url, ana);
  large.sendText(JSON.stringify({ op: "send", key: "k", roomId, body: "x".repeat(200_000) }));
  await large.until(() => large.closed);
  const flood = await connect(server.url, ana);
  for (let index = 0; index < 12_000 && flood.isOpen; index++) flood.sendText('{"op":"ping"}');
  expect(await flood.until(() => flood.closed)).toMatchObject({ code: closeCodes.flooding.code });
  const sent = await ana.messages.sendMessage({ roomId, body: "Still here" });
  await listener.event("messages.sent", ({ seq }) => seq === sent.seq);
  listener.close();
});

test("a page of another site cannot open a socket", async () => {
  const answer = await fetch(address(), {
    headers: { origin: "https://evil.example", upgrade: "websocket", connection: "Upgrade" },
  });
  expect(answer.status).toBe(403);
});

test("who sees no room follows no room", async () => {
  const { eve, cem, channel, workspaceId } = harbour;
  const { id: roomId } = await channel("hidden", [], "private");
  for (const person of [eve, cem]) {
    const socket = await connect(server.url, person, [
      { feed: feedOf.room(roomId) },
      { feed: feedOf.account(harbour.ana.id) },
    ]);
    expect((await socket.frame("ready")).refused).toHaveLength(2);
    socket.close();
  }
  const outside = await connect(server.url, eve, [{ feed: feedOf.workspace(workspaceId) }]);
  expect((await outside.frame("ready")).refused).toEqual([feedOf.workspace(workspaceId)]);
  outside.close();
});
