/** What operators, balancers and readers of the documents are served. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { rename } from "node:fs/promises";
import { feedOf } from "@althing/contract";
import { type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { type Caller, callerOf } from "./caller.ts";

let server: TestServer;
let harbour: Harbour;
let nobody: Caller;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  nobody = callerOf(server.url);
});
afterAll(() => server.dispose());

/** The sum of all series of a metric whose labels hold these. */
async function measure(name: string, ...labels: string[]): Promise<number> {
  const text = new TextDecoder().decode((await nobody("/metrics")).bytes);
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  if (lines.length === 0) throw new Error(`There is no metric ${name}`);
  const fitting = lines.filter((line) => labels.every((label) => line.includes(label)));
  return fitting.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** How far a metric rises while something happens. */
async function rise(work: () => Promise<unknown>, name: string, ...labels: string[]): Promise<number> {
  const before = await measure(name, ...labels);
  await work();
  return (await measure(name, ...labels)) - before;
}

test("it lives, has started, and is ready; what of it owners may know in detail", async () => {
  expect((await nobody("/health/live")).json).toEqual({ status: "live" } as never);
  expect((await nobody("/health/startup")).status).toBe(200);
  const seenBy = async (caller: Caller) => (await caller("/health/ready")).json as unknown as Record<string, unknown>;
  const names = ["accepting", "database", "migrations", "jobs", "storage", "bus"];
  const checks = Object.fromEntries(names.map((name) => [name, { ok: true }]));
  expect(await seenBy(nobody)).toMatchObject({ status: "ready", checks });
  expect(JSON.stringify(await seenBy(callerOf(server.url, harbour.ben)))).not.toContain("milliseconds");
  expect(await seenBy(callerOf(server.url, harbour.ana))).toMatchObject({
    checks: {
      database: { detail: { milliseconds: expect.any(Number) } },
      storage: { detail: { freeBytes: expect.any(Number) } },
      bus: { detail: { milliseconds: expect.any(Number) } },
    },
  });
});

test("a data folder that cannot be written to is told, its path to owners only", async () => {
  const own = await startServer();
  const { ana } = await openHarbour(own.url);
  await own.settled();
  await rename(own.dataDir, `${own.dataDir}.gone`);
  const seen = await callerOf(own.url)("/health/ready");
  expect([seen.status, seen.json as unknown]).toMatchObject([
    503,
    { checks: { storage: { ok: false }, bus: { ok: true } } },
  ]);
  expect(JSON.stringify(seen.json)).not.toContain(own.dataDir);
  expect(JSON.stringify((await callerOf(own.url, ana)("/health/ready")).json)).toContain(own.dataDir);
  await rename(`${own.dataDir}.gone`, own.dataDir);
  await own.dispose();
});

test("requests, statements and messages are counted as they happen", async () => {
  const { ana, ben, channel, connect } = harbour;
  const { id: roomId } = await channel("counted", [ben]);
  const say = () => ana.messages.sendMessage({ roomId, body: "One more" });
  expect(await rise(say, "althing_http_requests_total", 'operation="messages.send"', 'status="2xx"')).toBe(1);
  expect(await rise(say, "althing_http_request_seconds_count", 'operation="messages.send"')).toBe(1);
  expect(await rise(say, "althing_messages_sent_total")).toBe(1);
  expect(await rise(say, "althing_feed_events_total")).toBe(1);
  expect(await rise(say, "althing_feed_batch_calls_sum")).toBe(1);
  expect(await rise(say, "althing_database_query_seconds_count", 'query="messages.insert"')).toBe(1);
  const missing = () => nobody("/api/v1/nothing");
  expect(await rise(missing, "althing_http_requests_total", 'operation="none"', 'status="4xx"')).toBe(1);
  const many = () => Promise.all(Array.from({ length: 20 }, say));
  expect(await rise(many, "althing_messages_sent_total")).toBe(20);
  const socket = await connect(ben, [{ feed: feedOf.room(roomId) }]);
  expect(await rise(say, "althing_room_followers_sum")).toBe(1);
  socket.close();
});

test("sockets are counted while they are open, and what they resume", async () => {
  const { ana, ben, channel, connect } = harbour;
  const { id: roomId } = await channel("resumed", [ben]);
  const { seq } = await ana.messages.sendMessage({ roomId, body: "Missed" });
  const open = await measure("althing_sockets_open");
  const resumed = await measure("althing_feed_resume_events_sum");
  const socket = await connect(ben, [{ feed: feedOf.room(roomId), after: seq - 1 }]);
  await socket.event("messages.sent");
  expect(await measure("althing_sockets_open")).toBe(open + 1);
  expect(await measure("althing_feed_resume_events_sum")).toBe(resumed + 1);
  expect(await measure("althing_feed_log_reads_total")).toBeGreaterThan(0);
  socket.close();
  await socket.until(() => socket.closed);
  expect(await measure("althing_sockets_open")).toBe(open);
  const ahead = await connect(ben, [{ feed: feedOf.room(roomId), after: 1_000 }]);
  await ahead.frame("reload");
  expect(await measure("althing_feed_reloads_total")).toBe(1);
  ahead.close();
});

test("jobs, connections and the process tell of themselves", async () => {
  await nobody("/api/v1/auth/forgot-password", { method: "POST", body: { email: "ana@example.org" } });
  await server.settled();
  expect(await measure("althing_jobs_total", 'outcome="done"')).toBeGreaterThan(0);
  expect(await measure("althing_database_connections", 'state="idle"')).toBeGreaterThan(0);
  expect(await measure("process_memory_bytes", 'kind="resident"')).toBeGreaterThan(0);
  const text = new TextDecoder().decode((await nobody("/metrics")).bytes);
  expect(text).not.toContain("ana@example.org");
  expect(text).not.toContain(harbour.workspaceId);
});

test("the reference describes what is there", async () => {
  expect((await nobody("/")).headers.get("content-type")).toContain("text/html");
  expect((await nobody("/docs")).headers.get("content-type")).toContain("text/html");
  const { json } = await nobody("/api/v1/openapi.json");
  const { openapi, paths } = json as unknown as { openapi: string; paths: Record<string, Record<string, unknown>> };
  expect(openapi).toStartWith("3.1");
  expect(Object.keys(paths["/api/v1/rooms/{roomId}"] ?? paths["/rooms/{roomId}"] ?? {})).toEqual(
    expect.arrayContaining(["get", "patch", "delete"]),
  );
  expect((await nobody("/api/v1/asyncapi.json")).status).toBe(200);
});
