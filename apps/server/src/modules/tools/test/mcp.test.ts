import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { ToolFault } from "../calls/fault.ts";
import { overHttp } from "../mcp/over-http.ts";
import { type FakeMcpServer, type Harbour, type McpEra, refusal, startHarbour, startMcpServer } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 120_000);
afterAll(() => harbour.server.dispose());

const eras: [McpEra, string][] = [
  ["2026-07-28", "2026-07-28"],
  ["2025-11-25", "2025-11-25"],
  ["both", "2026-07-28"],
];

describe.each(eras)("a server of the era %s", (era, spoken) => {
  let tides: FakeMcpServer;
  const slug = `tides-${era}`;
  beforeAll(async () => {
    tides = await startMcpServer({ era });
  });
  afterAll(() => tides.kill());

  test("is connected, and its tools are used once they are approved", async () => {
    const { ana, ben, workspaceId, roomId } = harbour;
    const connection = { kind: "mcp", url: tides.url } as const;
    const { id: sourceId } = await ana.tools.createToolSource({ workspaceId, slug, title: "Tides", connection });
    const source = await ana.tools.inspectToolSource({ workspaceId, sourceId });
    expect(source).toMatchObject({ kind: "mcp", era: spoken, health: { state: "well" }, counts: { approved: 0 } });
    const listed = await ana.tools.listTools({ workspaceId, sourceId });
    expect(listed.map(({ name }) => name)).toEqual(listed.map(({ name }) => name).toSorted());
    expect(await ben.tools.listTools({ workspaceId, sourceId })).toEqual([]);
    const given = { text: "Ahoy" };
    expect(await refusal(ben.tools.runTool({ roomId, tool: `${slug}__echo`, arguments: given }))).toBe(
      "tool_not_found",
    );

    await ana.tools.approveTools({
      workspaceId,
      tools: listed.map(({ id, fingerprint }) => ({ id, fingerprint })),
    });
    const call = await harbour.runAndApprove(`${slug}__echo`, given);
    expect(call).toMatchObject({ state: "done", result: { text: "Ahoy", truncated: false }, arguments: given });
    expect(tides.calls).toEqual([{ name: "echo", arguments: given }]);
  });

  test("what it says of its tools allows nothing: also a tool that only reads asks", async () => {
    const { ben, roomId, workspaceId } = harbour;
    const echo = (await ben.tools.listTools({ workspaceId })).find(({ name }) => name === `${slug}__echo`);
    expect(echo?.wording.hints).toEqual({ readOnly: true });
    const { state, id: callId } = await ben.tools.runTool({ roomId, tool: `${slug}__echo`, arguments: { text: "x" } });
    expect(state).toBe("needs_approval");
    await ben.tools.denyToolCall({ roomId, callId });
  });

  test("a result is cut at its limit, and one that is far too large is refused", async () => {
    const cut = await harbour.runAndApprove(`${slug}__big`, { bytes: 200_000 });
    expect(cut).toMatchObject({ state: "done", result: { truncated: true, bytes: 200_000 } });
    expect(cut.result?.text).toHaveLength(65_536);
    const refused = await harbour.runAndApprove(`${slug}__big`, { bytes: 10_000_000 });
    expect(refused).toMatchObject({ state: "failed", result: null, failure: { kind: "too_large" } });
  });

  test("a tool that says it failed has failed, with its words", async () => {
    const call = await harbour.runAndApprove(`${slug}__failing`);
    expect(call).toMatchObject({
      state: "failed",
      failure: { kind: "tool_said_so" },
      result: { text: "The tide is out" },
    });
  });

  test("pictures are named and not shown", async () => {
    const { result } = await harbour.runAndApprove(`${slug}__picture`);
    expect(result?.text).toBe(
      "(A picture of image/png, which is not shown.)\n\n(A link to Today's tides: https://tides.example.org/today)",
    );
  });
});

describe("a server that asks back", () => {
  let tides: FakeMcpServer;
  beforeAll(async () => {
    tides = await startMcpServer();
    await harbour.connectSource("asking", { kind: "mcp", url: tides.url });
  });
  afterAll(() => tides.kill());

  test("is declined where it asks a question", async () => {
    const call = await harbour.runAndApprove("asking__asking");
    expect(call).toMatchObject({ state: "failed", failure: { kind: "tool_said_so" } });
  });

  test("waits where it wants a page visited, until the person comes back or refuses", async () => {
    const { ben, roomId } = harbour;
    const call = await harbour.runAndApprove("asking__visiting");
    const url = "https://accounts.example.org/start?flow=1";
    expect(call).toMatchObject({ state: "needs_sign_in", signIn: { host: "accounts.example.org", url } });
    expect(await ben.tools.denyToolCall({ roomId, callId: call.id })).toMatchObject({ state: "denied" });
  });
});

test("a server behind a wall is refused without its secret, and let in with it; the secret is never told", async () => {
  const { ana, server, workspaceId, toldTo } = harbour;
  const tides = await startMcpServer();
  const value = "Bearer wall-secret-of-the-harbour";
  tides.requireToken("wall-secret-of-the-harbour");
  const connection = { kind: "mcp", url: tides.url } as const;
  const refused = await harbour.connectSource("walled", connection);
  expect(refused.health).toMatchObject({ state: "needs_sign_in" });
  const sourceId = refused.id;
  const changed = await ana.tools.updateToolSource({ workspaceId, sourceId, credential: { kind: "header", value } });
  expect(changed).toMatchObject({ auth: "header", header: "Authorization", secretHint: "bour" });
  expect(await ana.tools.inspectToolSource({ workspaceId, sourceId })).toMatchObject({ health: { state: "well" } });
  const told = JSON.stringify([changed, await toldTo(ana), await server.eventsOf(`workspace:${workspaceId}`)]);
  expect(told + server.logLines.join("\n")).not.toContain("wall-secret");
  const { rows } = await server.database.pool.query("select secret from tool_sources where id = $1", [sourceId]);
  expect(rows[0].secret).not.toContain("wall-secret");
  await tides.kill();
});

test("a source that is not on the public internet is not reached", async () => {
  const closed = await startHarbour({ ALTHING_EGRESS_ALLOWED_HOSTS: "" });
  const tides = await startMcpServer();
  const source = await closed.connectSource("inside", { kind: "mcp", url: tides.url });
  expect(source.health).toMatchObject({ state: "failing" });
  expect(source.health.message).toContain("not on the public internet");
  expect(tides.requests).toEqual([]);
  await Promise.all([closed.server.dispose(), tides.kill()]);
});

test("a server that says nothing is left when its time is over", async () => {
  const tides = await startMcpServer();
  tides.hang(true);
  const address = { url: tides.url, headers: {}, token: undefined };
  const time = { timeoutMs: 300, signal: new AbortController().signal };
  const asked = overHttp(harbour.platform, address, time, async () => "never");
  expect(await asked.catch((error: ToolFault) => error.kind)).toBe("time_limit");
  await tides.kill();
});

test("a server that fails again and again is left alone, and is tried again when somebody looks at it", async () => {
  const { ana, workspaceId } = harbour;
  const tides = await startMcpServer();
  const { id: sourceId } = await harbour.connectSource("dying", { kind: "mcp", url: tides.url });
  await tides.kill();
  const kinds: unknown[] = [];
  for (let count = 0; count < 6; count++) {
    kinds.push((await harbour.runAndApprove("dying__echo", { text: "x" })).failure?.kind);
  }
  expect(kinds).toEqual([...Array(5).fill("network"), "resting"]);
  expect((await ana.tools.getToolSource({ workspaceId, sourceId })).health.state).toBe("resting");
  const again = await startMcpServer({ port: Number(new URL(tides.url).port) });
  expect((await ana.tools.inspectToolSource({ workspaceId, sourceId })).health.state).toBe("well");
  await again.kill();
});
