import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { expectConverges } from "@althing/testkit";
import { fakeModel, type Harbour, startHarbour } from "./harbour.ts";

const { cut, refuse, say, waitFor } = fakeModel;

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.dispose());

/** The words that a socket heard while they were written. */
const progressTo = ({ frames }: Awaited<ReturnType<Harbour["connect"]>>) =>
  frames.flatMap((frame) =>
    frame.op === "events" ? frame.events.filter(({ type }) => type === "assistants.run_progressed") : [],
  );

test("what a model says streams to everyone in the room, and ends as one message with its cost", async () => {
  const { ana, ben, gus, roomId, provider, pilot, asking, runOf, workspaceId, server } = harbour;
  provider.answer(() => say("The ferry ", "leaves ", "at nine."));
  const views = [ana, ben, gus].map((person) => ({ person, workspaceId }));
  const asked = await expectConverges(server, views, () => asking(ben, "@pilot when does the ferry leave?"));
  const run = await runOf(asked.id);
  expect(run).toMatchObject({
    state: "done",
    text: "",
    model: { modelId: "fake-large", name: "fake-large" },
    failure: null,
    unsourced: true,
    assistant: { id: pilot.id, kind: "assistant" },
  });
  const { inputTokens = 0, outputTokens = 0 } = provider.heard.at(-1)?.counted ?? {};
  expect(run.usage).toMatchObject({ inputTokens, outputTokens, quality: "reported" });
  expect(run.usage.costMicros).toBe(inputTokens + outputTokens * 4);
  const { replies } = await ana.messages.getThread({ roomId, messageId: asked.id });
  expect(replies.map(({ id, body }) => [id, body])).toEqual([[run.messageId, "The ferry leaves at nine."]]);
});

test("who looks while it is written sees it grow, and one who comes later sees all of it", async () => {
  const { ana, ben, connect, roomId, provider, hears, server } = harbour;
  const half = Promise.withResolvers<void>();
  provider.answer(() => [...say("One, two"), waitFor(half.promise), ...say(", three.")]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const asked = await ben.messages.sendMessage({ roomId, body: "@pilot count to three" });
  const progress = () => progressTo(ear);
  await ear.until(() => progress().length > 0);
  expect(progress()[0]?.data).toMatchObject({ offset: 0, text: "One, two" });
  const running = await hears(ear, "running", asked.id);
  // The whole text comes again with each checkpoint, which is also what a late look finds.
  await ear.until(() => progress().length > 1);
  expect((await ana.assistants.getRun({ roomId, runId: running.id })).text).toBe("One, two");
  half.resolve();
  await server.settled();
  const done = await hears(ear, "done", asked.id);
  expect((await ana.messages.getMessage({ roomId, messageId: done.messageId })).body).toBe("One, two, three.");
  ear.close();
});

test("a model that refuses ends the run in words that help, and nothing is said", async () => {
  const { ben, provider, asking, runOf, roomId, ana } = harbour;
  provider.answer(() => [
    refuse(429, { "retry-after": "300" }, { error: { message: "Tier 1 is limited to 3 a minute." } }),
  ]);
  const asked = await asking(ben, "@pilot are you there?");
  expect(await runOf(asked.id)).toMatchObject({
    state: "failed",
    failure: {
      code: "model_rate_limited",
      message: "The model's provider asks us to slow down. It asks to wait 5 minutes.",
      waitSeconds: 300,
      quote: "Tier 1 is limited to 3 a minute.",
    },
  });
  expect((await ana.messages.getThread({ roomId, messageId: asked.id })).replies).toEqual([]);
});

test("an answer that breaks off is kept and counted, and can be gone on with", async () => {
  const { ben, connect, provider, asking, runOf, roomId, ana, server } = harbour;
  const heard = Promise.withResolvers<void>();
  // What was not heard before a connection breaks is lost with it.
  provider.answer(() => [...say("First the ropes, "), waitFor(heard.promise), cut]);
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const answered = asking(ben, "@pilot how do we moor?");
  await ear.until(() => progressTo(ear).length > 0);
  heard.resolve();
  ear.close();
  const asked = await answered;
  const broken = await runOf(asked.id);
  expect(broken).toMatchObject({ state: "failed", failure: { code: "model_cut" }, usage: { quality: "estimated" } });
  expect((await ana.messages.getMessage({ roomId, messageId: broken.messageId })).body).toBe("First the ropes,");
  provider.answer(() => say("then the fenders."));
  const next = await ben.assistants.continueRun({ roomId, runId: broken.id });
  await server.settled();
  expect((await ana.messages.getMessage({ roomId, messageId: next.messageId })).body).toBe("then the fenders.");
  expect(provider.heard.at(-1)?.prompt).toContain("First the ropes, ");
});
