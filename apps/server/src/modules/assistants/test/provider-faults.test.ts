/** What a run makes of a provider that fails: another model before the first word, a defined end after it, and a true bill. */
import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { fakeModel, type Harbour, startHarbour } from "./harbour.ts";

const { callTool, cut, endEarly, faultWithin, refuse, reportSoFar, say, stall, waitFor } = fakeModel;
let harbour: Harbour;
beforeAll(async () => {
  const settings = { ALTHING_MODEL_FIRST_TOKEN_SECONDS: "1", ALTHING_MODEL_ANSWER_SECONDS: "2" };
  harbour = await startHarbour({ settings });
  const { ana, workspaceId, model, make } = harbour;
  const small = { ...model, modelId: "fake-small" };
  const prices = { input: 7_000_000, cachedInput: 1_000_000, cacheWrite: 1_000_000, output: 9_000_000 };
  await ana.models.setModel({ workspaceId, ...small, prices });
  await make("Mate", { fallbacks: [small], tools: ["althing__*"] });
}, 60_000);
afterAll(() => harbour.dispose());
/** What one test breaks does not spare the model the next. */
beforeEach(async () => {
  harbour.provider.answer(() => say("All is well."));
  await harbour.asking(harbour.ben, "@pilot how are you?");
});

/** What the first of the mate's models does; the second speaks. */
const whileLarge = (reply: fakeModel.Reply, small: fakeModel.Reply = say("I stand in.")) =>
  harbour.provider.answer(({ modelId }) => (modelId === "fake-large" ? reply : small));

test("where the first model cannot answer another one does, which everyone is told while it still speaks", async () => {
  const { ana, ben, roomId, connect, hears, provider, server } = harbour;
  const gate = Promise.withResolvers<void>();
  whileLarge([refuse(503)], [...say("I stand "), waitFor(gate.promise), ...say("in.")]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const asked = await ben.messages.sendMessage({ roomId, body: "@mate who is at the helm?" });
  const openly = {
    model: { name: "fake-small" },
    passedOver: [{ name: "fake-large", reason: "The model's provider is overloaded." }],
  };
  await ear.until(() =>
    ear.events.some(({ type, data }) => type === "assistants.run_changed" && Bun.deepMatch(openly, Object(data).run)),
  );
  gate.resolve();
  const done = await hears(ear, "done", asked.id);
  await server.settled();
  const { inputTokens = 0, outputTokens = 0 } = provider.heard.at(-1)?.counted ?? {};
  expect(done).toMatchObject({ ...openly, usage: { costMicros: inputTokens * 7 + outputTokens * 9 } });
  expect((await ana.messages.getMessage({ roomId, messageId: done.messageId })).body).toBe("I stand in.");
  ear.close();
});

test("a model that was asked and never began is in the ledger too, with what it read by our count", async () => {
  const { ana, ben, asking, runOf, provider, workspaceId } = harbour;
  whileLarge([stall]);
  const run = await runOf((await asking(ben, "@mate is anyone at the helm?")).id);
  expect(run).toMatchObject({ state: "done", model: { name: "fake-small" }, usage: { quality: "estimated" } });
  const entries = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  const ofRun = entries.filter(({ runId }) => runId === run.id);
  const { inputTokens = 0, outputTokens = 0 } = provider.heard.at(-1)?.counted ?? {};
  expect(ofRun.map(({ modelId, quality }) => [modelId, quality]).toSorted()).toEqual([
    ["fake-large", "estimated"],
    ["fake-small", "reported"],
  ]);
  const lost = ofRun.find(({ modelId }) => modelId === "fake-large");
  expect(lost?.tokens?.inputTokens).toBeGreaterThan(50);
  expect(lost?.micros).toBe(lost?.tokens?.inputTokens ?? 0);
  expect(run.usage.costMicros).toBe((lost?.micros ?? 0) + inputTokens * 7 + outputTokens * 9);
}, 30_000);

test("what a model cost that was asked again before its first word is in the ledger to the last token", async () => {
  const { ana, ben, asking, runOf, provider, workspaceId } = harbour;
  const usage = { inputTokens: 1_000, cachedInputTokens: 400, outputTokens: 5 };
  const failing = [reportSoFar(usage), faultWithin("server_error", "The server is overloaded"), endEarly];
  const replies = [[endEarly], failing, say("Third time", " lucky.")];
  provider.answer(() => replies.shift() ?? []);
  const before = await ana.models.getUsage({ workspaceId, whose: "all" });
  const run = await runOf((await asking(ben, "@pilot can you hear me?")).id);
  expect(run).toMatchObject({ state: "done", usage: { quality: "estimated" } });
  const entries = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  const ofRun = entries.filter(({ runId }) => runId === run.id).toSorted((a, b) => (a.micros ?? 0) - (b.micros ?? 0));
  expect(ofRun.map(({ modelId }) => modelId)).toEqual(["fake-large", "fake-large", "fake-large"]);
  const [broken, answered, told] = ofRun;
  const { inputTokens = 0, outputTokens = 0 } = provider.heard.at(-1)?.counted ?? {};
  expect(answered).toMatchObject({
    quality: "reported",
    tokens: { inputTokens, outputTokens },
    micros: inputTokens + outputTokens * 4,
  });
  expect(broken).toMatchObject({ quality: "estimated", tokens: { outputTokens: 0 } });
  expect(broken?.tokens?.inputTokens).toBeGreaterThan(50);
  expect(told).toMatchObject({ quality: "reported", tokens: usage, micros: 600 + 40 + 20 });
  const micros = ofRun.reduce((sum, entry) => sum + (entry.micros ?? 0), 0);
  expect(run.usage.costMicros).toBe(micros);
  const after = await ana.models.getUsage({ workspaceId, whose: "all" });
  expect(after.total.micros - before.total.micros).toBe(micros);
  expect(after.held.count).toBe(0);
}, 30_000);

test("after the first word no other model is asked: what was said is kept, and it can be gone on with", async () => {
  const { ana, ben, roomId, connect, hears, provider, server } = harbour;
  const heard = Promise.withResolvers<void>();
  whileLarge([...say("I am the"), waitFor(heard.promise), cut]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const before = provider.heard.length;
  const asked = await ben.messages.sendMessage({ roomId, body: "@mate and who are you?" });
  await ear.until(() =>
    ear.frames.some(
      (frame) => frame.op === "events" && frame.events.some(({ type }) => type === "assistants.run_progressed"),
    ),
  );
  heard.resolve();
  const failed = await hears(ear, "failed", asked.id);
  await server.settled();
  expect(failed).toMatchObject({ failure: { code: "model_cut" }, model: { name: "fake-large" }, passedOver: [] });
  expect(provider.heard.slice(before).map(({ modelId }) => modelId)).toEqual(["fake-large"]);
  expect((await ana.messages.getMessage({ roomId, messageId: failed.messageId })).body).toBe("I am the");
  ear.close();
});

test("a model that never begins, and one that falls silent, end their runs in time, and what they read is paid for", async () => {
  const { ben, roomId, asking, runOf, provider } = harbour;
  provider.answer(() => [stall]);
  const never = await runOf((await asking(ben, "@pilot are you asleep?")).id);
  expect(never).toMatchObject({ state: "failed", failure: { code: "model_first_token_timeout" } });
  provider.answer(() => [...say("I was just"), stall]);
  const silent = await runOf((await asking(ben, "@pilot and now?")).id);
  expect(silent).toMatchObject({ state: "failed", failure: { code: "model_total_timeout" } });
  for (const { usage } of [never, silent]) {
    expect(usage).toMatchObject({ quality: "estimated" });
    expect(usage.inputTokens).toBeGreaterThan(0);
  }
  // Who comes later finds what was given up with nothing said; what was said stands as a message.
  const found = (await ben.assistants.listRuns({ roomId })).map(({ id }) => id);
  expect([never, silent].map(({ id }) => found.includes(id))).toEqual([true, false]);
}, 30_000);

test("a provider that names the time when it may be asked again is passed on, and not besieged", async () => {
  const { ben, asking, runOf, provider } = harbour;
  const until = new Date(Date.now() + 90_000).toUTCString();
  provider.answer(() => [refuse(429, { "retry-after": until })]);
  const before = provider.heard.length;
  const run = await runOf((await asking(ben, "@pilot once more?")).id);
  expect(run).toMatchObject({ state: "failed", failure: { code: "model_rate_limited" }, usage: { costMicros: 0 } });
  expect(run.failure?.message).toMatch(/asks to wait (8\d|90) seconds/);
  expect(provider.heard).toHaveLength(before + 1);
});

test("a call that no tool can read is not made; the model is told why and answers", async () => {
  const { ana, ben, roomId, asking, runOf, provider } = harbour;
  whileLarge([]);
  provider.answer(({ answersTool }) =>
    answersTool ? say("Never mind.") : [callTool("althing__list_rooms", "{never")],
  );
  const asked = await asking(ben, "@mate list the rooms");
  const run = await runOf(asked.id);
  expect(run).toMatchObject({ state: "done", calls: [{ name: "althing__list_rooms", state: "failed" }] });
  expect(provider.heard.at(-1)?.lastText).toMatch(/JSON|arguments/i);
  expect((await ana.messages.getMessage({ roomId, messageId: run.messageId })).body).toBe("Never mind.");
});

test("an assistant that is taken away while it writes says nothing more", async () => {
  const { ana, ben, workspaceId, roomId, make, connect, hears, provider, server } = harbour;
  const { id: assistantId } = await make("Stowaway");
  const gate = Promise.withResolvers<void>();
  provider.answer(() => [...say("I know "), waitFor(gate.promise), ...say("a secret.")]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const asked = await ben.messages.sendMessage({ roomId, body: "@stowaway what do you know?" });
  await hears(ear, "running", asked.id);
  await ana.assistants.archiveAssistant({ workspaceId, assistantId });
  gate.resolve();
  const failed = await hears(ear, "failed", asked.id);
  expect(failed).toMatchObject({ text: "", failure: { code: "assistant_gone" } });
  await server.settled();
  expect((await ana.messages.getThread({ roomId, messageId: asked.id })).replies).toEqual([]);
  ear.close();
});
