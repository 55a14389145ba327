import { afterAll, beforeAll, expect, test } from "bun:test";
import { openHarbour, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

test("what was said before there was an index is found, but not what was deleted or is in no room", async () => {
  const { ana, workspaceId, channel } = await openHarbour(server.url);
  const [{ id: roomId }, { id: gone }] = [await channel("old"), await channel("older")];
  await ana.messages.sendMessage({ roomId, body: "The lighthouse keeper is called Olaf" });
  const deleted = await ana.messages.sendMessage({ roomId, body: "The lighthouse keeper is called Knut" });
  await ana.messages.sendMessage({ roomId: gone, body: "The lighthouse keeper is called Sven" });
  await ana.messages.deleteMessage({ roomId, messageId: deleted.id });
  await server.settled();
  const { pool } = server.database;
  await pool.query("truncate passages");
  await pool.query("update passage_backfills set done_at = null");
  await ana.rooms.deleteRoom({ roomId: gone });
  // As a server does at its start that finds itself behind.
  await pool.query("select graphile_worker.add_job('knowledge.backfill', $1::json)", [
    JSON.stringify({ payload: {}, ids: {} }),
  ]);
  await server.settled();
  const found = await ana.knowledge.findPassages({ workspaceId, question: "lighthouse keeper" });
  expect(found.map(({ text }) => text)).toEqual(["The lighthouse keeper is called Olaf"]);
  const { rows } = await pool.query("select done_at is not null as done from passage_backfills");
  expect(rows).toEqual([{ done: true }]);
});
