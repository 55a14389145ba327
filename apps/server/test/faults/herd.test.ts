/** The server starts anew, and everyone comes back in the same moment: all are in and current soon. With `LONG=1` they are 5,000. */
import { afterAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { connect, freePort, openHarbour, type SpawnedServer, spawnServer, temporaryDataDir } from "@althing/testkit";
import { inLength } from "./length.ts";

const socketsPerPerson = 10;
const herd = inLength(300, 5_000);
const { dataDir, remove } = temporaryDataDir();
let server: SpawnedServer | undefined;
afterAll(async () => {
  await server?.killTree();
  remove();
});

test(
  `${herd} clients are back within 15 seconds`,
  async () => {
    const port = freePort();
    server = await spawnServer({ dataDir, port });
    const { url } = server;
    const { ana, arrive, channel } = await openHarbour(url);
    const people = [];
    for (let index = 0; index < herd / socketsPerPerson; index++) people.push(await arrive(`Person${index}`));
    const { id: roomId } = await channel("herd", people);
    const feed = feedOf.room(roomId);
    const clients = people.flatMap((person) => Array.from({ length: socketsPerPerson }, () => person));
    const { seq: known } = await ana.messages.sendMessage({ roomId, body: "Before" });
    const comeAll = () => Promise.all(clients.map((person) => connect(url, person, [{ feed, after: known }])));
    const first = await comeAll();
    await server.stop();
    await Promise.all(first.map((socket) => socket.until(() => socket.closed)));
    server = await spawnServer({ dataDir, port });
    const readyAt = performance.now();
    const { seq: missed } = await ana.messages.sendMessage({ roomId, body: "While they were away" });
    const back = await comeAll();
    await Promise.all(
      back.map((socket) => socket.until(() => socket.events.some(({ seq }) => seq === missed), 15_000)),
    );
    const seconds = (performance.now() - readyAt) / 1_000;
    const { seq: next } = await ana.messages.sendMessage({ roomId, body: "Now" });
    await Promise.all(back.map((socket) => socket.until(() => socket.events.some(({ seq }) => seq === next))));
    for (const { events } of back) expect(events.map(({ seq }) => seq)).toEqual([missed, next]);
    process.stdout.write(`herd: ${herd} clients back and current after ${seconds.toFixed(2)} s\n`);
    expect(seconds).toBeLessThan(15);
    for (const socket of back) socket.close();
  },
  inLength(120_000, 600_000),
);
