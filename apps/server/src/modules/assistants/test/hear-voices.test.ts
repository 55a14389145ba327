/** Voice notes: written down by whom an admin chose, once, paid, and shown under the note. */
import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { expectConverges } from "@althing/testkit";
import { fakeModel, type Harbour, refusal, startHarbour } from "./harbour.ts";
import { recording, sayWith } from "./sending.ts";

const { say, speech } = fakeModel;
let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 60_000);
beforeEach(() => {
  harbour.provider.answer(({ lastText }) => say(`You said: ${lastText}`));
  harbour.provider.listen(() => speech("When does the ferry leave?", 30));
});
afterAll(() => harbour.dispose());

async function openChat() {
  const { ben, pilot, workspaceId } = harbour;
  return (await ben.assistants.openChat({ workspaceId, assistantId: pilot.id, title: "Voices" })).id;
}

const choose = (microsPerMinute: number | null = 6_000, more: { providerId?: string; modelId?: string } = {}) => {
  const { ana, workspaceId, model } = harbour;
  const choice = { providerId: model.providerId, modelId: "whisper-1", ...more };
  return ana.models.setTranscription({ workspaceId, choice, microsPerMinute });
};

async function speak(roomId: Awaited<ReturnType<typeof openChat>>, body = "") {
  const asked = await sayWith(harbour, harbour.ben, roomId, body, { "note.wav": recording(1) });
  await harbour.server.settled();
  return asked;
}

test("as long as nobody writes voice notes down, it is said plainly that nobody can hear them", async () => {
  const { ben, runOf, provider, workspaceId } = harbour;
  expect(await ben.models.getTranscription({ workspaceId })).toBeNull();
  const roomId = await openChat();
  const run = await runOf((await speak(roomId)).id, roomId);
  expect(run).toMatchObject({ state: "failed", failure: { code: "not_heard" } });
  expect(run.failure?.message).toContain("Nobody could hear this voice note");
  await speak(roomId, "Do you hear me?");
  expect(provider.heard.at(-1)?.prompt).toContain("[voice note: note.wav; nobody can hear it here]");
  expect(provider.recordings).toEqual([]);
}, 60_000);

test("a voice note is written down once, read by the model, shown to everyone, and paid by who asked", async () => {
  const { ana, ben, server, provider, runOf, workspaceId } = harbour;
  await choose();
  const roomId = await openChat();
  const views = [{ person: ben, workspaceId }];
  const asked = await expectConverges(server, views, () => speak(roomId));
  const [{ bytes, ...sent } = { bytes: new Uint8Array() }] = provider.recordings;
  expect(sent).toMatchObject({
    modelId: "whisper-1",
    key: "sk-harbour-0123456789",
    mediaType: expect.stringContaining("wav"),
  });
  expect(bytes.byteLength).toBe(recording(1).byteLength);
  const said = await ben.messages.listMessages({ roomId });
  const note = said.find(({ id }) => id === asked.id);
  expect(note?.attachments).toMatchObject([{ kind: "audio", transcript: "When does the ferry leave?" }]);
  expect(said.at(-1)?.body).toBe("You said: When does the ferry leave?");
  const [answer, heard] = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  expect(heard).toMatchObject({
    kind: "model",
    modelId: "whisper-1",
    micros: 3_000,
    accountId: ben.id,
    quality: "reported",
  });
  const run = await runOf(asked.id, roomId);
  expect([heard?.runId, answer?.runId]).toEqual([run.id, run.id]);
  expect(run.usage.costMicros).toBe(3_000 + (answer?.micros ?? 0));
  await ben.messages.sendMessage({ roomId, body: "Thank you" });
  await server.settled();
  expect(provider.heard.at(-1)?.prompt).toContain("When does the ferry leave?");
  expect(provider.recordings).toHaveLength(1);
  expect(server.logLines.join("\n")).not.toContain("When does the ferry leave?");
}, 60_000);

test("a service that is busy is asked again; one that fails leaves the note unheard, and costs nothing", async () => {
  const { ana, provider, runOf, workspaceId } = harbour;
  await choose();
  const spent = async () => (await ana.models.getUsage({ workspaceId, whose: "all" })).total.micros;
  const roomId = await openChat();
  let tries = 0;
  provider.listen(() => (++tries === 1 ? new Response("{}", { status: 503 }) : speech("At nine")));
  const asked = await speak(roomId);
  expect(tries).toBe(2);
  expect((await runOf(asked.id, roomId)).state).toBe("done");
  const before = await spent();
  provider.listen(() => Response.json({ error: { message: "Invalid file format." } }, { status: 400 }));
  expect(await runOf((await speak(roomId)).id, roomId)).toMatchObject({ failure: { code: "not_heard" } });
  expect(await spent()).toBe(before);
  expect((await ana.models.getUsage({ workspaceId, whose: "all" })).held.count).toBe(0);
}, 60_000);

test("a budget that is used up stops before anything is sent", async () => {
  const { ana, ben, provider, runOf, workspaceId } = harbour;
  await choose(600_000);
  const { id: budgetId } = await ana.models.setBudget({
    workspaceId,
    scope: "member",
    subjectId: ben.id,
    period: "day",
    limitMicros: 1_000,
  });
  const before = provider.recordings.length;
  const roomId = await openChat();
  expect(await runOf((await speak(roomId)).id, roomId)).toMatchObject({
    state: "failed",
    failure: { code: "budget_exhausted" },
  });
  expect(provider.recordings).toHaveLength(before);
  await ana.models.deleteBudget({ workspaceId, budgetId });
}, 60_000);

test("a model of Google's listens itself, and tells what it read", async () => {
  const { ana, ben, provider, server, workspaceId } = harbour;
  const { id: providerId } = await ana.models.createProvider({
    workspaceId,
    kind: "google",
    name: "Gogo",
    baseUrl: provider.googleUrl,
    key: "sk-google-0123456789",
  });
  await choose(null, { providerId, modelId: "gemini-flash" });
  provider.answer(({ dialect, lastText }) => (dialect === "google" ? say("Cast off!") : say(`You said: ${lastText}`)));
  const roomId = await openChat();
  await speak(roomId);
  const heard = provider.heard.find(({ dialect }) => dialect === "google");
  expect(JSON.stringify(heard?.body)).toContain('"mimeType":"audio/wav"');
  expect((await ben.messages.listMessages({ roomId })).at(-1)?.body).toBe("You said: Cast off!");
  const entries = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  const entry = entries.find(({ modelId }) => modelId === "gemini-flash");
  expect(entry).toMatchObject({ micros: null, quality: "reported" });
  expect(entry?.tokens?.inputTokens).toBeGreaterThan(0);
  await server.settled();
}, 60_000);

test("only who may manage models chooses, of the workspace's providers, one that hears", async () => {
  const { ana, ben, provider, workspaceId } = harbour;
  const fake = { workspaceId, baseUrl: provider.url, key: "sk-harbour-0123456789" };
  const { id: deaf } = await ana.models.createProvider({ ...fake, kind: "anthropic", name: "Deaf" });
  const { id: own } = await ben.models.createProvider({ ...fake, kind: "compatible", name: "Own", personal: true });
  const set = (person: typeof ana, providerId: string) =>
    refusal(person.models.setTranscription({ workspaceId, choice: { providerId, modelId: "whisper-1" } }));
  expect(await set(ben, own)).toBe("forbidden");
  expect(await set(ana, own)).toBe("provider_not_found");
  expect(await set(ana, deaf)).toBe("provider_deaf");
  await choose();
  expect(await ben.models.getTranscription({ workspaceId })).toMatchObject({
    providerName: "Fake",
    microsPerMinute: 6_000,
  });
  expect(await ana.models.setTranscription({ workspaceId, choice: null })).toBeNull();
});
