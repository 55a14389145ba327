import { afterAll, beforeAll, expect, test } from "bun:test";
import { expectConverges } from "@althing/testkit";
import { fakeModel, type Harbour, refusal, startHarbour } from "./harbour.ts";

const { say } = fakeModel;
let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 60_000);
afterAll(() => harbour.dispose());

test("in a conversation of one's own every message is answered, and the first names it", async () => {
  const { ben, eve, pilot, provider, server, workspaceId } = harbour;
  provider.answer(() => say("Aye."));
  const views = [{ person: ben, workspaceId }];
  const room = await ben.assistants.openChat({ workspaceId, assistantId: pilot.id });
  expect(room).toMatchObject({ kind: "assistant", visibility: "private", name: null });
  expect(room.people.map(({ name }) => name).toSorted()).toEqual(["Ben", "Pilot"]);
  await expectConverges(server, views, () =>
    ben.messages.sendMessage({ roomId: room.id, body: "Is the **tide** in?" }),
  );
  expect((await ben.rooms.getRoom({ roomId: room.id })).name).toBe("Is the tide in?");
  const said = await ben.messages.listMessages({ roomId: room.id });
  expect(said.filter(({ kind }) => kind === "message").map(({ body, parentId }) => [body, parentId])).toEqual([
    ["Is the **tide** in?", null],
    ["Aye.", null],
  ]);
  expect(await refusal(eve.assistants.listTurns({ roomId: room.id }))).toBe("room_not_found");
}, 60_000);

test("a question in other words begins a branch, which the model alone is shown", async () => {
  const { ben, pilot, provider, server, workspaceId } = harbour;
  provider.answer(({ lastText }) => say(`To: ${lastText}`));
  const { id: roomId } = await ben.assistants.openChat({ workspaceId, assistantId: pilot.id, title: "Knots" });
  const first = await ben.messages.sendMessage({ roomId, body: "Tell me of bowlines" });
  await server.settled();
  const answered = (await ben.assistants.listTurns({ roomId })).place;
  const views = [{ person: ben, workspaceId }];
  const other = await expectConverges(server, views, () =>
    ben.assistants.sendTurn({ roomId, afterId: null, body: "Tell me of hitches" }),
  );
  expect(provider.heard.at(-1)?.prompt).not.toContain("bowlines");
  const { turns, place } = await ben.assistants.listTurns({ roomId });
  expect(turns.map(({ parentId }) => parentId)).toEqual([null, first.id, null, other.id]);
  expect(place).toBe(turns[3]?.messageId ?? null);
  // Back on the first branch, what is said goes on from there.
  await ben.assistants.movePlace({ roomId, messageId: answered ?? first.id });
  await ben.messages.sendMessage({ roomId, body: "And of sheets?" });
  await server.settled();
  const { prompt } = provider.heard.at(-1) ?? { prompt: "" };
  expect(prompt).toContain("bowlines");
  expect(prompt).not.toContain("hitches");
}, 60_000);

test("an answer is asked for once more, beside the first", async () => {
  const { ben, pilot, provider, server, workspaceId } = harbour;
  let count = 0;
  provider.answer(() => say(`Answer ${++count}`));
  const { id: roomId } = await ben.assistants.openChat({ workspaceId, assistantId: pilot.id, title: "Again" });
  const asked = await ben.messages.sendMessage({ roomId, body: "Which one?" });
  await server.settled();
  await ben.assistants.ask({ roomId, promptId: asked.id });
  await server.settled();
  const { turns, place } = await ben.assistants.listTurns({ roomId });
  expect(turns.map(({ parentId }) => parentId)).toEqual([null, asked.id, asked.id]);
  expect((await ben.messages.getMessage({ roomId, messageId: place ?? asked.id })).body).toBe("Answer 2");
}, 60_000);

test("a summary is for who asks, until they share it", async () => {
  const { ana, ben, provider, server, roomId, workspaceId } = harbour;
  await ana.messages.sendMessage({ roomId, body: "We decided to paint the boat green." });
  await server.settled();
  provider.answer(() => say("They paint the boat."));
  const views = [ana, ben].map((person) => ({ person, workspaceId }));
  const run = await expectConverges(server, views, () => ben.assistants.ask({ roomId, purpose: "summary" }));
  const done = await ben.assistants.getRun({ roomId, runId: run.id });
  expect(done).toMatchObject({ state: "done", audience: "asker", model: null });
  expect(done.text).toContain("We decided to paint the boat green");
  expect(await refusal(ana.assistants.getRun({ roomId, runId: run.id }))).toBe("run_not_found");
  const shared = await expectConverges(server, views, () => ben.assistants.shareRun({ roomId, runId: run.id }));
  expect(shared).toMatchObject({ id: run.messageId, author: { kind: "assistant" } });
  expect((await ana.assistants.getRun({ roomId, runId: run.id })).audience).toBe("room");
}, 60_000);

test("without a model nothing is drafted or translated, and it says so", async () => {
  const { ben, server, roomId } = harbour;
  const run = await ben.assistants.ask({ roomId, purpose: "draft" });
  await server.settled();
  expect(await ben.assistants.getRun({ roomId, runId: run.id })).toMatchObject({ failure: { code: "no_model" } });
}, 60_000);
