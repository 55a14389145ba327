/** Cuts at random moments: whoever comes back receives exactly what was missed, in order, or is told to reload. `LONG=1` cuts 10,000 times. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { inLength } from "./length.ts";

const cuts = inLength(1_000, 10_000);
let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test(
  `${cuts} cuts, no gap and no double`,
  async () => {
    const { ana, ben, channel, connect } = harbour;
    const { id: roomId } = await channel("cuts", [ben]);
    const feed = feedOf.room(roomId);
    let isPosting = true;
    let posted = 0;
    const posting = (async () => {
      while (isPosting) {
        await ana.messages.sendMessage({ roomId, body: `Message ${posted++}` });
      }
    })();
    const devices = 5;
    await Promise.all(
      Array.from({ length: devices }, async () => {
        let last = 0;
        for (let cut = 0; cut < cuts / devices; cut++) {
          const socket = await connect(ben, [{ feed, after: last }]);
          const wanted = 1 + Math.floor(Math.random() * 4);
          await socket.until(() => socket.events.length >= wanted, 20_000);
          socket.close();
          for (const event of socket.events) {
            expect(event.seq).toBe(last + 1);
            last = event.seq;
          }
        }
      }),
    );
    isPosting = false;
    await posting;
  },
  inLength(180_000, 1_200_000),
);

test("who is ahead of the log, or behind its trimmed end, is told to reload", async () => {
  const { ana, ben, channel, connect } = harbour;
  const { id: roomId } = await channel("trimmed", [ben]);
  const feed = feedOf.room(roomId);
  for (let index = 0; index < 5; index++) await ana.messages.sendMessage({ roomId, body: `Message ${index}` });
  await server.settled();
  const { rows } = await server.database.pool.query("select head from feeds where feed = $1", [feed]);
  const { head } = rows[0] as { head: number };
  const ahead = await connect(ben, [{ feed, after: head + 10 }]);
  expect(await ahead.frame("reload")).toEqual({ op: "reload", feed, head });
  await server.database.pool.query("delete from events where feed = $1 and seq <= 3", [feed]);
  const behind = await connect(ben, [{ feed, after: 1 }]);
  expect(await behind.frame("reload")).toEqual({ op: "reload", feed, head });
  const near = await connect(ben, [{ feed, after: 3 }]);
  await near.until(() => near.events.length === head - 3);
  for (const socket of [ahead, behind, near]) socket.close();
});
