import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { fakeModel, type Harbour, refusal, startHarbour } from "./harbour.ts";

const { callTool, say, stall } = fakeModel;
let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 60_000);
afterAll(() => harbour.dispose());

/** Asks, and gives the run once the model has begun to speak. */
async function begin({ ben, ana, roomId, provider, connect, hears }: Harbour, body: string) {
  provider.answer(() => [...say("So far so good"), stall]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const asked = await ben.messages.sendMessage({ roomId, body });
  const run = await hears(ear, "running", asked.id);
  await ear.until(() =>
    ear.frames.some(
      (frame) => frame.op === "events" && frame.events.some(({ type }) => type === "assistants.run_progressed"),
    ),
  );
  return { asked, run, ear };
}

test("who asked stops it: what was written until then is said and counted", async () => {
  const { ben, cem, ana, roomId } = harbour;
  const { run, ear } = await begin(harbour, "@pilot tell me everything");
  expect(await refusal(cem.assistants.stopRun({ roomId, runId: run.id }))).toBe("run_not_yours");
  const stopped = await ben.assistants.stopRun({ roomId, runId: run.id });
  expect(stopped).toMatchObject({ state: "stopped", failure: null, usage: { quality: "estimated" } });
  expect(stopped.usage.outputTokens).toBeGreaterThan(0);
  expect((await ana.messages.getMessage({ roomId, messageId: run.messageId })).body).toBe("So far so good");
  expect(await refusal(ben.assistants.stopRun({ roomId, runId: run.id }))).toBe("run_ended");
  ear.close();
});

test("a question that is taken back is not answered", async () => {
  const { ben, roomId, hears, server, ana } = harbour;
  const { asked, run, ear } = await begin(harbour, "@pilot forget it");
  await ben.messages.deleteMessage({ roomId, messageId: asked.id });
  await hears(ear, "stopped", asked.id);
  await server.settled();
  expect(await refusal(ana.messages.getMessage({ roomId, messageId: run.messageId }))).toBe("message_not_found");
  ear.close();
});

test("who was put out of the room meanwhile gets no answer there", async () => {
  const { ana, arrive, channel, provider, connect, hears, server } = harbour;
  const dan = await arrive("Dan");
  const { id: roomId } = await channel("lighthouse", [dan], "private");
  const gate = Promise.withResolvers<void>();
  provider.answer(() => [...say("The lamp "), fakeModel.waitFor(gate.promise), ...say("is lit.")]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const asked = await dan.messages.sendMessage({ roomId, body: "@pilot is the lamp lit?" });
  await hears(ear, "running", asked.id);
  await ana.rooms.removeRoomMember({ roomId, accountId: dan.id });
  gate.resolve();
  const failed = await hears(ear, "failed", asked.id);
  expect(failed).toMatchObject({ text: "", sources: [], failure: { code: "rights_lost" } });
  await server.settled();
  expect((await ana.messages.getThread({ roomId, messageId: asked.id })).replies).toEqual([]);
  ear.close();
});

test("a model that asks the same again and again is stopped", async () => {
  const { ana, make, provider, asking, runOf } = harbour;
  await make("Looper", { tools: ["althing__*"] });
  provider.answer(() => [callTool("althing__list_rooms", {})]);
  const asked = await asking(ana, "@looper which rooms are there?");
  expect(await runOf(asked.id)).toMatchObject({ state: "failed", failure: { code: "tool_loop" } });
  expect([...(provider.heard.at(-1)?.tools.keys() ?? [])]).toContain("althing__list_rooms");
}, 60_000);

test("an answer without an end is cut at what a message holds", async () => {
  const { ana, provider, asking, runOf, roomId } = harbour;
  provider.answer(() => fakeModel.flood(10 * 1024 ** 2));
  const asked = await asking(ana, "@pilot go on and on");
  const run = await runOf(asked.id);
  expect(run).toMatchObject({ state: "failed", failure: { code: "answer_too_long" } });
  expect((await ana.messages.getMessage({ roomId, messageId: run.messageId })).body.length).toBeLessThanOrEqual(20_000);
}, 60_000);

test("a budget that is used up ends the run politely, and no model is asked", async () => {
  const { ana, cem, workspaceId, provider, asking, runOf, roomId } = harbour;
  await ana.rooms.addRoomMembers({ roomId, accountIds: [cem.id] });
  await ana.models.setBudget({ workspaceId, scope: "member", subjectId: cem.id, period: "month", limitMicros: 1 });
  const heard = provider.heard.length;
  const asked = await asking(cem, "@pilot and now?");
  expect(await runOf(asked.id)).toMatchObject({ state: "failed", failure: { code: "budget_exhausted" } });
  expect(provider.heard.length).toBe(heard);
}, 60_000);
