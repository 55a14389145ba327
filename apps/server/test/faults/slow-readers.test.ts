/** Some never read what they are sent: they are closed, cost little memory, slow nobody down, and are current when they come back. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { connect as connectTcp, type Socket } from "node:net";
import { type FeedName, feedOf, type rooms } from "@althing/contract";
import {
  freePort,
  type Harbour,
  openHarbour,
  type Person,
  type SpawnedServer,
  spawnServer,
  temporaryDataDir,
} from "@althing/testkit";

const { dataDir, remove } = temporaryDataDir();
let server: SpawnedServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await spawnServer({ dataDir, port: freePort() });
  harbour = await openHarbour(server.url);
}, 30_000);
afterAll(async () => {
  await server.killTree();
  remove();
});

/** A frame of text as a client must send it: masked, here with zeros. */
function frameOf(text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.alloc(8);
  head.writeUInt8(0x81, 0);
  head.writeUInt8(0x80 | 126, 1);
  head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** A peer that shakes hands, follows, and never reads a byte after that. */
async function deafPeer(
  person: Person,
  feed: FeedName,
  after?: number,
): Promise<{ socket: Socket; closed: Promise<unknown> }> {
  const { ticket } = await person.realtime.createTicket();
  const socket = connectTcp(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(
    "GET /api/v1/realtime HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await new Promise((resolve) => socket.once("data", resolve));
  socket.write(frameOf(JSON.stringify({ op: "hello", ticket, feeds: [{ feed, after }] })));
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  return { socket, closed };
}

async function measure(name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}{`));
  return Number(line?.split(" ").at(-1));
}
const resident = () => measure('process_memory_bytes{kind="resident"}');

/** Posts so many bytes into the room, twenty messages at a time; gives the last number. */
async function pour(person: Person, roomId: rooms.RoomId, bytes: number): Promise<number> {
  const body = "Long ".repeat(4_000);
  let last = 0;
  for (let sent = 0; sent < bytes; sent += 20 * body.length) {
    const messages = await Promise.all(Array.from({ length: 20 }, () => person.messages.sendMessage({ roomId, body })));
    last = Math.max(last, ...messages.map(({ seq }) => seq));
  }
  return last;
}

test("ten who never read are closed, and the others hear everything", async () => {
  const { ana, ben, cem, channel, connect } = harbour;
  const { id: roomId } = await channel("loud", [ben, cem]);
  const feed = feedOf.room(roomId);
  const listener = await connect(cem, [{ feed, after: 0 }]);
  // The first load makes any server's heap grow; what counts here is what the deaf add to that.
  await pour(ana, (await channel("warm")).id, 12 * 1024 ** 2);
  const deaf = await Promise.all(Array.from({ length: 10 }, () => deafPeer(ben, feed)));
  const before = await resident();
  const last = await pour(ana, roomId, 24 * 1024 ** 2);
  await listener.until(() => listener.events.at(-1)?.seq === last, 30_000);
  expect(listener.events.map(({ seq }) => seq)).toEqual(listener.events.map((_, index) => index + 1));
  const grown = (await resident()) - before;
  expect(await measure("althing_sockets_open")).toBe(1);
  process.stdout.write(`slow readers: memory grew by ${Math.round(grown / 1024 ** 2)} MiB\n`);
  expect(grown).toBeLessThan(200 * 1024 ** 2);
  for (const { socket, closed } of deaf) {
    socket.resume();
    await closed;
  }
  const back = await connect(ben, [{ feed, after: 0 }]);
  await back.until(() => back.events.at(-1)?.seq === last, 30_000);
  expect(back.events.map(({ id }) => id)).toEqual(listener.events.map(({ id }) => id));
  for (const socket of [listener, back]) socket.close();
}, 90_000);

test("who comes back after much and reads slowly gets it at that pace, from several rooms at once", async () => {
  const { ana, ben, channel } = harbour;
  const made = await Promise.all(["one", "two", "three"].map((name) => channel(`slow-${name}`, [ben])));
  await Promise.all(made.map(({ id }) => pour(ana, id, 6 * 1024 ** 2)));
  const before = await resident();
  const socket = await harbour.connect(
    ben,
    made.map(({ id }) => ({ feed: feedOf.room(id), after: 0 })),
  );
  const heads = (await socket.frame("ready")).heads;
  const isWhole = ({ id }: rooms.Room) => {
    const feed = feedOf.room(id);
    return socket.events.filter((event) => event.feed === feed).length === heads[feed];
  };
  await socket.until(() => made.every(isWhole), 30_000);
  expect((await resident()) - before).toBeLessThan(200 * 1024 ** 2);
  socket.close();
}, 90_000);

test("a peer that never reads what it missed costs no more than what fits into its socket", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel("missed", [ben]);
  await pour(ana, roomId, 12 * 1024 ** 2);
  const before = await resident();
  const deaf = await Promise.all(Array.from({ length: 10 }, () => deafPeer(ben, feedOf.room(roomId), 0)));
  const { seq } = await ana.messages.sendMessage({ roomId, body: "Others go on" });
  expect(seq).toBeGreaterThan(0);
  expect((await resident()) - before).toBeLessThan(200 * 1024 ** 2);
  for (const { socket, closed } of deaf) {
    socket.destroy();
    await closed;
  }
}, 90_000);
