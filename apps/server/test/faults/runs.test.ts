/**
 * kill -9 of a server in the middle of runs: while an answer is written, while a call waits for its person, and while a tool
 * is at work. Each goes on by itself or waits as before; there is one message, no call is made twice, and all is paid for.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { type assistants, feedOf, type models, type rooms } from "@althing/contract";
import {
  cloneDatabase,
  connect,
  type FakeMcpServer,
  type FakeModelProvider,
  fakeModel,
  freePort,
  type HeardRequest,
  openHarbour,
  type Person,
  type PlainSocket,
  type SpawnedServer,
  spawnServer,
  startMcpServer,
  startModelProvider,
  temporaryDataDir,
} from "@althing/testkit";

const { callTool, say, stall } = fakeModel;
const folder = temporaryDataDir();
const port = freePort();
const keys = { ALTHING_MASTER_KEY: randomBytes(32).toString("base64"), ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" };
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let server: SpawnedServer;
let provider: FakeModelProvider;
let tides: FakeMcpServer;

const start = () => spawnServer({ dataDir: folder.dataDir, port, settings: { ...keys, DATABASE_URL: database.url } });
beforeAll(async () => {
  database = await cloneDatabase();
  [server, provider, tides] = await Promise.all([start(), startModelProvider(), startMcpServer()]);
}, 60_000);
afterAll(async () => {
  await server.killTree();
  await Promise.all([provider.stop(), tides.kill()]);
  await database.drop();
  folder.remove();
}, 30_000);

/** Ana's workspace with a model, a source of tools and an assistant that has both. */
async function furnish({ ana, workspaceId }: Awaited<ReturnType<typeof openHarbour>>): Promise<void> {
  const fake = { kind: "compatible", name: "Fake", baseUrl: provider.url, key: "sk-faults-0123456789" } as const;
  const { id: providerId } = await ana.models.createProvider({ workspaceId, ...fake });
  const prices: models.Prices = { input: 1_000_000, cachedInput: 100_000, cacheWrite: 1_250_000, output: 4_000_000 };
  const model = { providerId, modelId: "fake-large" };
  await ana.models.setModel({ workspaceId, ...model, prices });
  const source = { slug: "tides", title: "Tides", connection: { kind: "mcp", url: tides.url } } as const;
  const { id: sourceId } = await ana.tools.createToolSource({ workspaceId, ...source });
  await ana.tools.inspectToolSource({ workspaceId, sourceId });
  const tools = (await ana.tools.listTools({ workspaceId, sourceId })).map(({ id, fingerprint }) => ({
    id,
    fingerprint,
  }));
  await ana.tools.approveTools({ workspaceId, tools });
  await ana.assistants.createAssistant({ workspaceId, name: "Pilot", model, tools: ["tides__*"] });
}

/** What the model says follows from what it was asked, whichever server asks. */
function answer({ prompt, lastText, answersTool }: HeardRequest): fakeModel.Reply {
  if (prompt.includes("the boat")) {
    return lastText.startsWith("You were interrupted")
      ? say("and came back at noon.")
      : [...say("The boat left "), stall];
  }
  if (answersTool) return say("That is all.");
  return [prompt.includes("the tide") ? callTool("tides__slow", {}) : callTool("tides__echo", { text: "once" })];
}

const runsHeard = ({ events }: PlainSocket): assistants.Run[] =>
  events.flatMap(({ type, data }) =>
    type === "assistants.run_changed" ? [(data as { run: assistants.Run }).run] : [],
  );

const hears = (ear: PlainSocket, roomId: rooms.RoomId, ...states: assistants.RunState[]): Promise<assistants.Run> =>
  ear.until(() => runsHeard(ear).find((run) => run.roomId === roomId && states.includes(run.state)), 60_000);

/** All of it is told again once it is kept. */
const isKept = ({ frames }: PlainSocket): boolean =>
  frames.filter(
    (frame) => frame.op === "events" && frame.events.some(({ type }) => type === "assistants.run_progressed"),
  ).length > 1;

async function approve(person: Person, roomId: rooms.RoomId): Promise<void> {
  const [call] = await person.tools.listToolCalls({ roomId, waiting: "true" });
  await person.tools.approveToolCall({ roomId, callId: call?.id ?? "" });
}

test("a server that is killed leaves its runs to the next one, and nobody is answered twice or for nothing", async () => {
  const harbour = await openHarbour(server.url);
  const { ana, ben, channel, workspaceId } = harbour;
  await furnish(harbour);
  provider.answer(answer);
  const asked = async (name: string, body: string) => {
    const { id: roomId } = await channel(name, [ben]);
    return { roomId, ask: () => ben.messages.sendMessage({ roomId, body }) };
  };
  const boat = await asked("stream", "@pilot where is the boat?");
  const berth = await asked("waiting", "@pilot ask for a berth");
  const tide = await asked("calling", "@pilot look at the tide");
  const places = [boat, berth, tide];
  const feeds = places.map(({ roomId }) => ({ feed: feedOf.room(roomId), after: 0 }));
  const before = await connect(server.url, ben, feeds);
  const questions = await Promise.all(places.map(({ ask }) => ask()));
  await Promise.all([berth, tide].map(({ roomId }) => hears(before, roomId, "waiting_for_approval")));
  await approve(ben, tide.roomId);
  await tides.waiting();
  await before.until(() => isKept(before), 20_000);

  await server.killTree();
  const killedAt = performance.now();
  server = await start();
  const after = await connect(server.url, ben, feeds);
  await Promise.all([boat, tide].map(({ roomId }) => hears(after, roomId, "done", "failed")));
  const seconds = Math.round((performance.now() - killedAt) / 1_000);
  process.stdout.write(`runs: ended ${seconds} s after the server was killed\n`);
  expect(seconds).toBeLessThan(60);
  expect(runsHeard(after).findLast(({ roomId }) => roomId === berth.roomId)?.state).toBe("waiting_for_approval");
  expect(tides.calls.map(({ name }) => name)).toEqual(["slow"]);
  await approve(ben, berth.roomId);
  await hears(after, berth.roomId, "done", "failed");

  const replies = await Promise.all(
    questions.map(async ({ roomId, id }) => (await ben.messages.getThread({ roomId, messageId: id })).replies),
  );
  expect(replies.map((all) => all.map(({ body }) => body))).toEqual([
    ["The boat left and came back at noon."],
    ["That is all."],
    ["That is all."],
  ]);
  expect(tides.calls.map(({ name }) => name)).toEqual(["slow", "echo"]);
  const [slow] = await ben.tools.listToolCalls({ roomId: tide.roomId });
  expect(slow).toMatchObject({ state: "failed", failure: { kind: "may_have_happened" } });

  const entries = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  const estimated = entries.filter(({ quality }) => quality === "estimated");
  expect(entries).toHaveLength(provider.heard.length);
  expect(estimated).toHaveLength(1);
  expect(estimated[0]?.tokens?.outputTokens).toBeGreaterThan(0);
  const whole = await Promise.all(
    provider.heard.map(async (one) => ((await one.ended) ? [] : [one.counted.outputTokens])),
  );
  const reported = entries.flatMap(({ quality, tokens }) =>
    quality === "reported" ? [tokens?.outputTokens ?? 0] : [],
  );
  expect(reported.toSorted()).toEqual(whole.flat().toSorted());
  for (const { roomId } of places) {
    const ended = runsHeard(after).findLast((run) => run.roomId === roomId);
    const paid = entries.filter(({ runId }) => runId === ended?.id).reduce((sum, { micros }) => sum + (micros ?? 0), 0);
    expect(ended?.usage.costMicros).toBe(paid);
  }
  after.close();
}, 120_000);
