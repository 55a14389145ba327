import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { createLog } from "../telemetry/index.ts";
import { Places } from "./index.ts";

const log = createLog({ level: "silent" });
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

/** Two servers more, side by side on one database. */
async function openTwo(): Promise<[Places, Places]> {
  const two = [new Places({ database: server.database, log }), new Places({ database: server.database, log })] as const;
  for (const places of two) await places.start({ isAlone: false });
  return [...two];
}

test("of two servers that ask at once only as many are let in as there are places", async () => {
  const two = await openTwo();
  const someone = crypto.randomUUID();
  const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => two[index % 2 ? 0 : 1].take(someone, 10)));
  expect(taken.filter(Boolean)).toHaveLength(10);
  for (const places of two) await places.stop();
});

test("a server that was killed holds no places once its lease has run out", async () => {
  const [killed, living] = await openTwo();
  const someone = crypto.randomUUID();
  expect(await Promise.all([1, 2, 3].map(() => killed.take(someone, 3)))).toEqual([true, true, true]);
  expect(await living.take(someone, 3)).toBe(false);
  living.release(someone);
  await server.database.pool.query("update place_servers set lease_until = now() - interval '1 second'");
  expect(await Promise.all([1, 2, 3, 4].map(() => living.take(someone, 3)))).toEqual([true, true, true, false]);
  for (const places of [killed, living]) await places.stop();
});

test("a server that starts alone with its database finds every place free", async () => {
  const [killed] = await openTwo();
  const alone = new Places({ database: server.database, log });
  const someone = crypto.randomUUID();
  expect(await killed.take(someone, 1)).toBe(true);
  await alone.start({ isAlone: true });
  expect(await alone.take(someone, 1)).toBe(true);
  await alone.stop();
});

test("after a crash of the database each server writes again what it holds", async () => {
  const [holder, other] = await openTwo();
  const someone = crypto.randomUUID();
  expect(await holder.take(someone, 1)).toBe(true);
  await server.database.pool.query("truncate places, place_servers");
  for (const places of [holder, other]) await places.renew();
  expect(await other.take(someone, 1)).toBe(false);
  for (const places of [holder, other]) await places.stop();
});
