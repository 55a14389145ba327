import { expect, test } from "bun:test";
import { setImmediate } from "node:timers/promises";
import { createLog, type LogLevel, logContext, withLogContext } from "./index.ts";

function createReadLog(level: LogLevel = "info") {
  const lines: Record<string, unknown>[] = [];
  return { log: createLog({ level, destination: { write: (line) => void lines.push(JSON.parse(line)) } }), lines };
}

test("a line is JSON with the level's name and the time in RFC 3339", () => {
  const { log, lines } = createReadLog();
  log.info({ roomId: "r1" }, "a room was made");
  log.debug("unheard");
  expect(lines).toEqual([{ level: "info", time: expect.any(String), roomId: "r1", msg: "a room was made" }]);
  expect(lines[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test("the level can change while running", () => {
  const { log, lines } = createReadLog("warn");
  log.level = "debug";
  log.debug("heard");
  expect(lines).toHaveLength(1);
});

test("lines bear the ids of the work they belong to, across awaits, and of no other", async () => {
  const { log, lines } = createReadLog();
  const work = (requestId: string) =>
    withLogContext({ requestId }, async () => {
      await setImmediate();
      await withLogContext({ accountId: `of ${requestId}` }, async () => log.info({ extra: requestId }, "inner"));
      log.info("outer");
    });
  await Promise.all([work("a"), work("b")]);
  expect(logContext()).toEqual({});
  const ids = lines.map(({ requestId, accountId, extra }) => [requestId, accountId, extra]);
  expect(ids.filter(([requestId]) => requestId === "a")).toEqual([
    ["a", "of a", "a"],
    ["a", undefined, undefined],
  ]);
  expect(ids).toHaveLength(4);
});

test("secrets are covered at any depth, in children and in errors", () => {
  const { log, lines } = createReadLog();
  const secrets = { password: "s3cret", accessToken: "s3cret", "set-cookie": ["s3cret"], body: { text: "s3cret" } };
  const error = Object.assign(new Error("failed"), { request: { headers: { Authorization: "s3cret" } } });
  log.info({ ...secrets, list: [{ user: { email: "s3cret", newPassword: "s3cret" } }] }, "fields");
  log
    .child({ apiKey: "s3cret", socketId: "s1" })
    .child({ token: "s3cret", kind: "web" })
    .warn({ refresh_token: "s3cret" }, "child");
  log.error({ err: error }, "error");
  log.error(error);
  expect(JSON.stringify(lines)).not.toContain("s3cret");
  expect(lines[0]).toMatchObject({ password: "[redacted]", list: [{ user: { email: "[redacted]" } }] });
  expect(lines[1]).toMatchObject({ socketId: "s1", kind: "web", token: "[redacted]" });
  expect(lines[2]).toMatchObject({ err: { type: "Error", message: "failed", stack: expect.any(String) } });
});

test("what is no secret stays as it is", () => {
  const { log, lines } = createReadLog();
  const fields = { inputTokens: 5, keys: ["a"], at: new Date(0), nothing: null, token: null, bodyBytes: 3 };
  log.info(fields, "plain");
  expect(lines[0]).toMatchObject({ ...fields, at: "1970-01-01T00:00:00.000Z" });
});

test("a circle does not trap the log", () => {
  const { log, lines } = createReadLog();
  const circle: Record<string, unknown> = { name: "circle" };
  circle.self = circle;
  log.info({ circle }, "round");
  expect(lines).toHaveLength(1);
});
