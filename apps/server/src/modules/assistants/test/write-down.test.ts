/** Voice notes that people have written down: paid by who asked first, once, and read by everyone who may. */
import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { feedOf, type files, messages, type rooms } from "@althing/contract";
import { expectConverges } from "@althing/testkit";
import { fakeModel, type Harbour, type Person, refusal, startHarbour } from "./harbour.ts";
import { picture, recording, sayWith, words } from "./sending.ts";

const { say, speech } = fakeModel;
let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 60_000);
beforeEach(async () => {
  harbour.provider.answer(({ lastText }) => say(`You said: ${lastText}`));
  harbour.provider.listen(() => speech("The crane is broken", 30));
  await choose();
});
afterAll(() => harbour.dispose());

const choose = (microsPerMinute: number | null = 6_000) => {
  const { ana, workspaceId, model } = harbour;
  const choice = { providerId: model.providerId, modelId: "whisper-1" };
  return ana.models.setTranscription({ workspaceId, choice, microsPerMinute });
};

type Note = { roomId: rooms.RoomId; messageId: messages.MessageId; fileId: files.FileId };

async function speak(person: Person = harbour.ana, roomId: rooms.RoomId = harbour.roomId): Promise<Note> {
  const { id, attachments } = await sayWith(harbour, person, roomId, "", { "note.wav": recording(1) });
  return { roomId, messageId: id, fileId: attachments[0]?.id as files.FileId };
}

async function noteOf(person: Person, { roomId, messageId, fileId }: Note) {
  const { attachments } = await person.messages.getMessage({ roomId, messageId });
  return attachments.find(({ id }) => id === fileId);
}

/** What people saw under the note, as it came. */
async function shownOf({ roomId, messageId }: Note) {
  const events = await harbour.server.eventsOf(feedOf.room(roomId));
  return events.flatMap(({ type, data }) => {
    if (type !== messages.MessageEdited.type) return [];
    const { message } = data as { message: messages.Message };
    const [note] = message.id === messageId ? message.attachments : [];
    return note ? [note.writing?.state ?? note.transcript] : [];
  });
}

const entriesOf = async (person: Person) =>
  (await harbour.ana.models.listUsageEntries({ workspaceId: harbour.workspaceId, whose: "all" })).filter(
    ({ accountId, modelId }) => accountId === person.id && modelId === "whisper-1",
  );
const heldCount = async () =>
  (await harbour.ana.models.getUsage({ workspaceId: harbour.workspaceId, whose: "all" })).held.count;

test("Ben has Ana's voice note written down: everyone sees that it is, then the words, and Ben pays once", async () => {
  const { ana, ben, gus, server, provider, workspaceId } = harbour;
  const note = await speak();
  const views = [ana, ben, gus].map((person) => ({ person, workspaceId }));
  const asked = await expectConverges(server, views, () => ben.assistants.writeDown(note));
  expect(asked).toMatchObject({ id: note.fileId, transcript: null, writing: { state: "running", failure: null } });
  await expectConverges(server, views, () => server.settled());
  expect(await noteOf(gus, note)).toMatchObject({ transcript: "The crane is broken" });
  expect(await noteOf(gus, note)).not.toHaveProperty("writing");
  expect(await shownOf(note)).toEqual(["running", "The crane is broken"]);
  expect(provider.recordings.at(-1)).toMatchObject({ modelId: "whisper-1", key: "sk-harbour-0123456789" });
  expect(await entriesOf(ben)).toMatchObject([
    { micros: 3_000, quality: "reported", assistantId: null, roomId: note.roomId, runId: null },
  ]);
  expect(await heldCount()).toBe(0);

  const before = provider.recordings.length;
  for (const person of [ben, gus]) {
    expect(await person.assistants.writeDown(note)).toMatchObject({ transcript: "The crane is broken" });
  }
  await server.settled();
  expect(provider.recordings).toHaveLength(before);
  expect(await entriesOf(ben)).toHaveLength(1);
  expect(await entriesOf(gus)).toEqual([]);
  expect(server.logLines.join("\n")).not.toContain("crane");
}, 60_000);

test("two who ask at once, and an assistant beside them, have it written down once", async () => {
  const { ana, ben, pilot, server, provider, workspaceId } = harbour;
  const { id: roomId } = await ben.assistants.openChat({ workspaceId, assistantId: pilot.id, title: "Cranes" });
  const heard = Promise.withResolvers<Response>();
  const asked = Promise.withResolvers<void>();
  provider.listen(() => {
    asked.resolve();
    return heard.promise;
  });
  const before = provider.recordings.length;
  const own = (await entriesOf(ben)).length;
  const note = await speak(ben, roomId);
  const [one, other] = await Promise.all([ben.assistants.writeDown(note), ben.assistants.writeDown(note)]);
  expect([one.writing?.state, other.writing?.state]).toEqual(["running", "running"]);
  await asked.promise;
  heard.resolve(speech("Is the crane mended?", 10));
  await server.settled();
  expect(provider.recordings).toHaveLength(before + 1);
  expect(await entriesOf(ben)).toHaveLength(own + 1);
  expect((await ben.messages.listMessages({ roomId })).at(-1)?.body).toBe("You said: Is the crane mended?");
  expect(await heldCount()).toBe(0);
  expect(await refusal(ana.assistants.writeDown(note))).toBe("room_not_found");
}, 60_000);

test("what an assistant had written down already is there for the asking", async () => {
  const { ben, pilot, server, provider, workspaceId } = harbour;
  const { id: roomId } = await ben.assistants.openChat({ workspaceId, assistantId: pilot.id, title: "Ferries" });
  const note = await speak(ben, roomId);
  await server.settled();
  const before = provider.recordings.length;
  expect(await ben.assistants.writeDown(note)).toMatchObject({ transcript: "The crane is broken" });
  expect(provider.recordings).toHaveLength(before);
  expect(await shownOf(note)).toEqual(["running", "The crane is broken"]);
}, 60_000);

test("where the service is down, why stands under the note for all, nothing is paid, and it can be asked again", async () => {
  const { ana, ben, server, provider, workspaceId } = harbour;
  const note = await speak();
  const own = await entriesOf(ben);
  provider.listen(() => Response.json({ error: { message: "Invalid file format." } }, { status: 400 }));
  const views = [ana, ben].map((person) => ({ person, workspaceId }));
  await expectConverges(server, views, async () => {
    await ben.assistants.writeDown(note);
    await server.settled();
  });
  expect((await noteOf(ana, note))?.writing).toEqual({
    state: "failed",
    failure: {
      code: "model_bad_request",
      message: expect.stringContaining("did not understand"),
      quote: "Invalid file format.",
    },
  });
  expect(await entriesOf(ben)).toEqual(own);
  expect(await heldCount()).toBe(0);
  provider.listen(() => speech("It is mended", 2));
  await ana.assistants.writeDown(note);
  await server.settled();
  expect(await noteOf(ben, note)).toMatchObject({ transcript: "It is mended" });
  expect(await shownOf(note)).toEqual(["running", "failed", "running", "It is mended"]);
}, 60_000);

test("where nobody writes voice notes down, or the budget is used up, that is said at once and nothing is sent", async () => {
  const { ana, ben, gus, eve, provider, server, workspaceId } = harbour;
  const note = await speak();
  const before = provider.recordings.length;
  await ana.models.setTranscription({ workspaceId, choice: null });
  expect(await refusal(ben.assistants.writeDown(note))).toBe("transcriber_missing");
  await choose(600_000);
  const budget = { workspaceId, scope: "member", subjectId: ben.id, period: "day", limitMicros: 1_000 } as const;
  const { id: budgetId } = await ana.models.setBudget(budget);
  expect(await refusal(ben.assistants.writeDown(note))).toBe("budget_exhausted");
  expect(await noteOf(gus, note)).not.toHaveProperty("writing");
  await ana.models.deleteBudget({ workspaceId, budgetId });
  expect(await refusal(eve.assistants.writeDown(note))).toBe("room_not_found");
  await server.settled();
  expect(provider.recordings).toHaveLength(before);
}, 60_000);

test("words come under a note wherever it is held: beside the question in other words, too", async () => {
  const { ben, make, server, provider, workspaceId } = harbour;
  const { id: assistantId } = await make("Listener", { model: null });
  const { id: roomId } = await ben.assistants.openChat({ workspaceId, assistantId, title: "Cranes" });
  await harbour.ana.models.setTranscription({ workspaceId, choice: null });
  const note = await speak(ben, roomId);
  await server.settled();
  const turn = { roomId, afterId: null, body: "Listen well", attachmentIds: [note.fileId] };
  const { id: messageId } = await ben.assistants.sendTurn(turn);
  await server.settled();
  await choose();
  const before = provider.recordings.length;
  const views = [{ person: ben, workspaceId }];
  await expectConverges(server, views, async () => {
    await ben.assistants.writeDown(note);
    await server.settled();
  });
  for (const held of [note, { ...note, messageId }]) {
    expect(await noteOf(ben, held)).toMatchObject({ transcript: "The crane is broken" });
  }
  expect(provider.recordings).toHaveLength(before + 1);
}, 60_000);

test("only a recording that the message holds can be written down", async () => {
  const { ben, roomId } = harbour;
  const sent = await sayWith(harbour, ben, roomId, "Look", { "crane.png": await picture(), "list.txt": words("oil") });
  for (const { id: fileId } of sent.attachments) {
    expect(await refusal(ben.assistants.writeDown({ roomId, messageId: sent.id, fileId }))).toBe("not_spoken");
  }
  const { fileId } = await speak();
  expect(await refusal(ben.assistants.writeDown({ roomId, messageId: sent.id, fileId }))).toBe("file_not_found");
});

test("a note that is deleted while it is written down leaves its cost, and nothing else", async () => {
  const { ben, server, provider } = harbour;
  const heard = Promise.withResolvers<Response>();
  const asked = Promise.withResolvers<void>();
  provider.listen(() => {
    asked.resolve();
    return heard.promise;
  });
  const note = await speak(ben);
  const own = (await entriesOf(ben)).length;
  await ben.assistants.writeDown(note);
  await asked.promise;
  await ben.messages.deleteMessage({ roomId: note.roomId, messageId: note.messageId });
  heard.resolve(speech("Never mind", 10));
  await server.settled();
  expect(await entriesOf(ben)).toHaveLength(own + 1);
  expect(await heldCount()).toBe(0);
}, 60_000);

test("what a server that died had begun is gone on with, and what it may have cost is in the ledger", async () => {
  const { ana, ben, server, provider } = harbour;
  const first = Promise.withResolvers<Response>();
  const asked = Promise.withResolvers<void>();
  let askedCount = 0;
  provider.listen(() => {
    if (++askedCount > 1) {
      first.resolve(speech("Whoever was late says nothing", 2));
      return speech("All aboard", 30);
    }
    asked.resolve();
    return first.promise;
  });
  const note = await speak();
  const own = (await entriesOf(ben)).length;
  await ben.assistants.writeDown(note);
  await asked.promise;
  // As when its worker was killed: its lease is over, and the job is free again.
  await server.database.pool.query(
    `update graphile_worker._private_jobs set locked_by = null, locked_at = null
     where locked_by is not null and task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
    ["assistants.write_down"],
  );
  await server.settled();
  expect(await noteOf(ana, note)).toMatchObject({ transcript: "All aboard" });
  const [late, early] = (await entriesOf(ben)).slice(0, 2);
  expect(early).toMatchObject({ quality: "estimated", micros: 202 });
  expect(late).toMatchObject({ quality: "reported", micros: 3_000 });
  expect(await entriesOf(ben)).toHaveLength(own + 2);
  expect(await heldCount()).toBe(0);
}, 60_000);
