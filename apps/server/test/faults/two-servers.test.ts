/** Two servers on one database: what one commits, the other hears of, also between what it commits itself. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { feedOf } from "@althing/contract";
import { closeCodes } from "@althing/contract/realtime";
import { connect, type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";

let one: TestServer;
let other: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  const ALTHING_MASTER_KEY = randomBytes(32).toString("base64");
  one = await startServer({ settings: { ALTHING_MASTER_KEY } });
  other = await startServer({ settings: { ALTHING_MASTER_KEY, DATABASE_URL: one.databaseUrl } });
  harbour = await openHarbour(one.url);
});
afterAll(async () => {
  await other.dispose();
  await one.dispose();
});

test("someone removed at one server hears nothing more at the other, however busy that is", async () => {
  const { ana, cem, channel } = harbour;
  const { id: roomId } = await channel("removed", [cem], "private");
  const feed = feedOf.room(roomId);
  const socket = await connect(other.url, cem, [{ feed }]);
  const send = async (body: string) => {
    const response = await fetch(`${other.url}/api/v1/rooms/${roomId}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${await ana.session.token()}`, "content-type": "application/json" },
      body: JSON.stringify({ body }),
    });
    expect(response.status).toBe(201);
  };
  await send("Before");
  await ana.rooms.removeRoomMember({ roomId, accountId: cem.id });
  // At once: the other server's own number is now above that of the removal.
  await send("After");
  await socket.frame("revoked", (frame) => frame.feed === feed);
  expect(await connect(other.url, cem, [{ feed }]).then(({ frames }) => frames)).toMatchObject([{ refused: [feed] }]);
});

test("a session ended at one server ends at the other", async () => {
  const { arrive, channel } = harbour;
  const dan = await arrive("Dan");
  await channel("ended", [dan]);
  const socket = await connect(other.url, dan, [{ feed: feedOf.account(dan.id) }]);
  await dan.accounts.logout();
  expect(await socket.until(() => socket.closed)).toMatchObject({ reason: "session_ended" });
});

test("followers at both servers hear the same, in the same order, from writers at both", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("both", [ben]);
  const feed = feedOf.room(roomId);
  const ears = await Promise.all([one, other].map(({ url }) => connect(url, ben, [{ feed }])));
  const mouths = await Promise.all([one, other].map(({ url }) => connect(url, ana)));
  mouths.forEach((socket, server) => {
    for (let key = 0; key < 100; key++) {
      socket.send({ op: "send", key: String(key), roomId, body: `${key} at ${server}` });
    }
  });
  await Promise.all(ears.map((ear) => ear.until(() => ear.events.length === 200, 10_000)));
  const [here, there] = ears.map(({ events }) => events.map(({ seq, id }) => ({ seq, id })));
  expect(here).toEqual(there ?? []);
  expect(here?.map(({ seq }) => seq)).toEqual(here?.map((_, index) => (here[0]?.seq ?? 0) + index) ?? []);
  for (const socket of [...ears, ...mouths]) socket.close();
}, 20_000);

test("of twenty sockets that an account opens at both at once ten are let in; when one closes, another may come", async () => {
  const fay = await harbour.arrive("Fay");
  const come = (index: number) => connect([one, other][index % 2]?.url ?? "", fay);
  const twenty = await Promise.all(Array.from({ length: 20 }, (_, index) => come(index)));
  const refused = twenty.filter(({ closed, frames }) => closed ?? frames.some(({ op }) => op === "bye"));
  const { code, reason } = closeCodes.tooManySockets;
  for (const socket of refused) expect(await socket.until(() => socket.closed)).toEqual({ code, reason });
  const admitted = twenty.filter((socket) => !refused.includes(socket));
  expect(admitted).toHaveLength(10);
  const [leaving] = admitted;
  leaving?.close();
  await leaving?.until(() => leaving.closed);
  // The place is given back after the socket is gone, so the next may have to knock again.
  let next = await come(1);
  while (next.closed || next.frames.some(({ op }) => op === "bye")) next = await come(1);
  expect((await come(0)).frames.map(({ op }) => op)).not.toContain("ready");
  for (const socket of [...admitted, next]) socket.close();
});
