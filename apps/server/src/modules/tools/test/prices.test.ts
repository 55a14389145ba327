/** What calls cost: held before, in the ledger after, counted by budgets. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { expectConverges, fakeModel, startModelProvider } from "@althing/testkit";
import { toolboxes } from "../../assistants/index.ts";
import { type FakeMcpServer, type Harbour, newCallId, refusal, startHarbour, startMcpServer } from "./harbour.ts";

const { callTool, say } = fakeModel;

let harbour: Harbour;
let tides: FakeMcpServer;
let provider: Awaited<ReturnType<typeof startModelProvider>>;
beforeAll(async () => {
  harbour = await startHarbour();
  [tides, provider] = await Promise.all([startMcpServer(), startModelProvider()]);
  await harbour.connectSource("tides", { kind: "mcp", url: tides.url });
  const { ana, workspaceId } = harbour;
  const fake = { kind: "compatible", name: "Fake", baseUrl: provider.url, key: "sk-harbour-0123456789" } as const;
  const { id: providerId } = await ana.models.createProvider({ workspaceId, ...fake });
  const prices = { input: 0, cachedInput: 0, cacheWrite: 0, output: 0 };
  await ana.models.setModel({ workspaceId, providerId, modelId: "fake-large", prices });
  const model = { providerId, modelId: "fake-large" };
  await ana.assistants.createAssistant({ workspaceId, name: "Pilot", model, tools: ["tides__*"] });
  await ana.tools.setToolPolicy({ workspaceId, pattern: "tides__*", decision: "allow" });
}, 120_000);
afterAll(() => Promise.all([harbour.server.dispose(), tides.kill(), provider.stop()]));

const echo = (text: string) => harbour.runAndApprove("tides__echo", { text });
const priced = (pattern: string, micros: number | null) =>
  harbour.ana.tools.setToolPrice({ workspaceId: harbour.workspaceId, pattern, micros });
const toolsOf = async (by: "tool" | "source" | "member") => {
  const { rows, total } = await harbour.ana.models.getUsage({ workspaceId: harbour.workspaceId, whose: "all", by });
  return [...rows.map(({ name, micros, entryCount }) => [name, micros, entryCount]), total.micros];
};

test("a price of the tool goes before that of its source, and everyone is told", async () => {
  const { server, ana, ben, workspaceId } = harbour;
  const views = [ana, ben].map((person) => ({ person, workspaceId }));
  expect(await echo("for nothing")).toMatchObject({ state: "done", micros: null });
  await expectConverges(server, views, () => priced("tides__*", 2_000));
  expect(await echo("one")).toMatchObject({ micros: 2_000 });
  await priced("tides__echo", 5_000);
  await priced("tides__echo", 5_000);
  expect(await ben.tools.listToolPrices({ workspaceId })).toEqual([
    { workspaceId, pattern: "tides__*", micros: 2_000, version: 1 },
    { workspaceId, pattern: "tides__echo", micros: 5_000, version: 1 },
  ]);
  expect(await echo("two")).toMatchObject({ micros: 5_000 });
  await expectConverges(server, views, () => priced("tides__echo", null));
  expect(await echo("three")).toMatchObject({ micros: 2_000 });
  expect((await priced("tides__echo", 4_000)).at(-1)).toMatchObject({ version: 3 });
  await priced("tides__echo", null);
  expect(await refusal(ben.tools.setToolPrice({ workspaceId, pattern: "tides__*", micros: 0 }))).toBe("forbidden");
  expect(await toolsOf("tool")).toEqual([["tides__echo", 9_000, 3], 9_000]);
});

test("what never reached the source costs nothing; what failed there does, and so does what was stopped", async () => {
  const { ben, runOf, propose, perform, callsOf, platform } = harbour;
  const before = (await toolsOf("tool")).at(-1) as number;
  const failed = await harbour.runAndApprove("tides__failing");
  expect(failed).toMatchObject({ state: "failed", failure: { kind: "tool_said_so" }, micros: 2_000 });
  const mortal = await startMcpServer();
  await harbour.connectSource("mortal", { kind: "mcp", url: mortal.url });
  await priced("mortal__*", 7_000);
  const run = runOf(ben, { toolPatterns: ["mortal__*"] });
  await harbour.ana.tools.setToolPolicy({ workspaceId: run.workspaceId, pattern: "mortal__*", decision: "allow" });
  const callId = newCallId();
  await propose(run, { name: "mortal__slow", callId });
  const stop = new AbortController();
  const performing = perform(run, stop.signal).catch(() => "stopped");
  await mortal.waiting();
  await platform.write({ kind: "system" }, (tx) => toolboxes.current.cancel(tx, run.runId));
  stop.abort();
  expect(await performing).toBe("stopped");
  expect(await callsOf(run, ben)).toMatchObject([{ state: "cancelled", micros: 7_000 }]);
  await mortal.kill();
  const gone = await harbour.runAndApprove("mortal__echo", { text: "anyone?" });
  expect(gone).toMatchObject({ state: "failed", failure: { kind: "network" }, micros: null });
  expect(await toolsOf("source")).toEqual([["tides", 11_000, 4], ["mortal", 7_000, 1], before + 9_000]);
  expect((await harbour.ana.models.getUsage({ workspaceId: run.workspaceId, whose: "all" })).held.count).toBe(0);
});

test("a budget that is used up stops calls politely, and raising it lets them go on", async () => {
  const { ana, ben, workspaceId } = harbour;
  const spent = (await ben.models.getUsage({ workspaceId, by: "tool" })).total.micros;
  const limit = (limitMicros: number) =>
    ana.models.setBudget({ workspaceId, scope: "member", subjectId: ben.id, period: "month", limitMicros });
  const budget = await limit(spent + 1_999);
  const calls = tides.calls.length;
  const refused = await echo("too dear");
  expect(refused).toMatchObject({ state: "failed", failure: { kind: "budget_exhausted" }, micros: null });
  expect(refused.failure?.message).toContain("The budget is used up");
  expect(tides.calls).toHaveLength(calls);
  await limit(spent + 2_000);
  expect(await echo("just enough")).toMatchObject({ state: "done", micros: 2_000 });
  expect(await echo("and no more")).toMatchObject({ failure: { kind: "budget_exhausted" } });
  const [seen] = await ben.models.listBudgets({ workspaceId });
  expect(seen).toMatchObject({ spentMicros: spent + 2_000, heldMicros: 0 });
  await ana.models.deleteBudget({ workspaceId, budgetId: budget.id });
});

test("an answer of an assistant costs what its model and its tools cost", async () => {
  const { ana, ben, server, roomId, workspaceId } = harbour;
  provider.answer(({ prompt }) =>
    prompt.includes("--- begin")
      ? say("It is done.")
      : [callTool("tides__echo", { text: "one" }, "a"), callTool("tides__echo", { text: "two" }, "b")],
  );
  await ben.messages.sendMessage({ roomId, body: "@pilot ask the tides twice" });
  await server.settled();
  const [entry] = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  const ofRun = (await ana.models.listUsageEntries({ workspaceId, whose: "all" })).filter(
    ({ runId }) => runId !== null && runId === entry?.runId,
  );
  expect(ofRun.filter(({ kind }) => kind === "tool")).toMatchObject([
    { modelId: "tides__echo", micros: 2_000, priceVersion: 1, accountId: ben.id, roomId, quality: "reported" },
    { modelId: "tides__echo", micros: 2_000 },
  ]);
  const run = await ben.assistants.getRun({ roomId, runId: entry?.runId as never });
  expect(run).toMatchObject({ state: "done", usage: { costMicros: 4_000 } });
});
