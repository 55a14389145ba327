import { afterAll, beforeAll, expect, test } from "bun:test";
import { chats } from "@althing/contract";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";

const day = 24 * 60 * 60 * 1_000;
let server: TestServer;
let harbour: Harbour;
let now = new Date();
beforeAll(async () => {
  server = await startServer({ clock: () => now });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

async function open(person: Person, temporary = false) {
  const { workspaceId } = harbour;
  const assistant = (await person.assistants.listAssistants({ workspaceId })).find(({ builtIn }) => builtIn);
  if (!assistant) throw new Error("A workspace has an assistant of its own");
  return (await person.assistants.openChat({ workspaceId, assistantId: assistant.id, temporary })).id;
}

/** As the schedule does every hour. */
async function runJob(): Promise<void> {
  await server.database.pool.query("select graphile_worker.add_job('chats.end', $1::json)", [
    JSON.stringify({ payload: {}, ids: {} }),
  ]);
  await server.settled();
}
const isThere = async (person: Person, roomId: string) =>
  (await refusal(person.rooms.getRoom({ roomId }))) === "granted";

test("conversations go when their time is over, but those that are kept, and none while they are held", async () => {
  const { ana, ben, workspaceId } = harbour;
  const [plain, kept, temporary, talking] = [await open(ben), await open(ben), await open(ben, true), await open(ben)];
  await ben.chats.keepChat({ roomId: kept, kept: true });
  expect(await ben.chats.getChatKeeping({ roomId: kept })).toEqual({
    roomId: kept,
    kept: true,
    ownDays: null,
    days: null,
    endsAt: null,
  });
  expect(await ben.chats.getChatKeeping({ roomId: plain })).toMatchObject({ kept: false });
  expect(await refusal(ben.chats.getChatRetention({ workspaceId }))).toBe("forbidden");
  expect(await ana.chats.getChatRetention({ workspaceId })).toMatchObject({ days: null, legalHold: false });

  now = new Date(now.getTime() + 10 * day);
  await ana.chats.setChatRetention({ workspaceId, legalHold: true, reason: "The case of the lost ferry" });
  await runJob();
  expect(await isThere(ben, temporary)).toBe(true);
  expect(await ana.chats.previewChatRetention({ workspaceId })).toMatchObject({ count: 1, held: true, kept: 0 });
  await ana.chats.setChatRetention({ workspaceId, legalHold: false });
  await runJob();
  expect([await isThere(ben, temporary), await isThere(ben, plain)]).toEqual([false, true]);

  await ben.messages.sendMessage({ roomId: talking, body: "Still here", id: undefined });
  await server.settled();
  const preview = await ana.chats.previewChatRetention({ workspaceId, days: 7 });
  expect(preview).toMatchObject({ count: 1, kept: 1, held: false, chats: [{ roomId: plain, ownerId: ben.id }] });
  expect(await isThere(ben, plain)).toBe(true);
  await ana.chats.setChatRetention({ workspaceId, days: 7 });
  await runJob();
  expect(await Promise.all([plain, kept, talking].map((roomId) => isThere(ben, roomId)))).toEqual([false, true, true]);
  const told = (await server.eventsOf(`workspace:${workspaceId}`)).filter(({ type }) => type === "chats.expired");
  expect(told.map(({ data }) => data)).toEqual([
    { workspaceId, count: 1, temporary: 1 },
    { workspaceId, count: 1, temporary: 0 },
  ]);
});

test("under a legal hold nobody deletes a conversation by hand, and other rooms go as ever", async () => {
  const { ana, ben, workspaceId, channel } = harbour;
  const [roomId, { id: channelId }] = [await open(ben), await channel("under-hold", [ben])];
  await ana.chats.setChatRetention({ workspaceId, legalHold: true, reason: "The case of the lost ferry" });
  expect(await refusal(ben.rooms.deleteRoom({ roomId }))).toBe("room_held");
  expect(await refusal(ana.rooms.deleteRoom({ roomId: channelId }))).toBe("granted");
  expect(await isThere(ben, roomId)).toBe(true);
  await ana.chats.setChatRetention({ workspaceId, legalHold: false });
  expect(await refusal(ben.rooms.deleteRoom({ roomId }))).toBe("granted");
});

test("a hold says who put it on, when and why, and stays on record when it is over; nobody else is told why", async () => {
  const { ana, ben, workspaceId } = harbour;
  expect(await refusal(ana.chats.setChatRetention({ workspaceId, legalHold: true }))).toBe("validation_failed");
  now = new Date(now.getTime() + 60_000);
  const reason = "The collision at pier nine";
  const { hold } = await ana.chats.setChatRetention({ workspaceId, legalHold: true, reason });
  const id = expect.any(String);
  const byAna = { id, reason, by: ana.id, byName: "Ana", at: now.toISOString() };
  expect(hold).toEqual({ ...byAna, endedBy: null, endedByName: null, endedAt: null });
  await ana.chats.setChatRetention({ workspaceId, legalHold: true, reason: "Another one" });
  expect((await ana.chats.getChatRetention({ workspaceId })).hold).toEqual(hold);
  expect(await refusal(ben.chats.listLegalHolds({ workspaceId }))).toBe("forbidden");
  expect(JSON.stringify(await server.eventsOf(`workspace:${workspaceId}`))).not.toContain(reason);
  expect((await ana.chats.setChatRetention({ workspaceId, legalHold: false })).hold).toBeNull();
  const [newest, before] = await ana.chats.listLegalHolds({ workspaceId });
  expect(newest).toMatchObject({ reason, by: ana.id, endedBy: ana.id, endedByName: "Ana", endedAt: now.toISOString() });
  expect(before).toMatchObject({ reason: "The case of the lost ferry", endedBy: ana.id });
});

test("the record of holds comes in pages, the newest first, and names who has left since", async () => {
  const { arrive, workspaceId } = harbour;
  const [dan, eli] = [await arrive("Dan", "admin"), await arrive("Eli", "admin")];
  for (const reason of ["First", "Second", "Third", "Fourth"]) {
    now = new Date(now.getTime() + 1_000);
    await dan.chats.setChatRetention({ workspaceId, legalHold: true, reason });
    await eli.chats.setChatRetention({ workspaceId, legalHold: false });
  }
  await dan.workspaces.leaveWorkspace({ workspaceId });
  const first = await eli.page(chats.listLegalHolds, { workspaceId, limit: 3 });
  const rest = await eli.page(chats.listLegalHolds, { workspaceId, cursor: first.next ?? "" });
  const told = [...first.items, ...rest.items];
  expect(told.slice(0, 4).map(({ reason, byName, endedByName }) => [reason, byName, endedByName])).toEqual([
    ["Fourth", "Dan", "Eli"],
    ["Third", "Dan", "Eli"],
    ["Second", "Dan", "Eli"],
    ["First", "Dan", "Eli"],
  ]);
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  expect(rest.next).toBeNull();
});

test("Ben says of a conversation how long it stays, in place of what the workspace says", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  await ana.chats.setChatRetention({ workspaceId, days: 5 });
  const [brief, long, usual] = [await open(ben), await open(ben), await open(ben)];
  const keeping = await ben.chats.keepChat({ roomId: brief, kept: false, ownDays: 2 });
  expect(keeping).toMatchObject({ kept: false, ownDays: 2, days: 5 });
  expect(Date.parse(keeping.endsAt ?? "")).toBeCloseTo(now.getTime() + 2 * day, -5);
  await ben.chats.keepChat({ roomId: long, kept: false, ownDays: 9 });
  expect(await refusal(cem.chats.keepChat({ roomId: brief, kept: true }))).toBe("room_not_found");
  now = new Date(now.getTime() + 3 * day);
  const going = async () => (await ana.chats.previewChatRetention({ workspaceId })).chats.map(({ roomId }) => roomId);
  expect(await going()).toContain(brief);
  await runJob();
  expect(await Promise.all([brief, long, usual].map((roomId) => isThere(ben, roomId)))).toEqual([false, true, true]);
  now = new Date(now.getTime() + 4 * day);
  expect(await ben.chats.keepChat({ roomId: long, kept: true })).toMatchObject({ ownDays: 9, endsAt: null });
  await ben.chats.keepChat({ roomId: long, kept: false });
  await runJob();
  expect(await Promise.all([long, usual].map((roomId) => isThere(ben, roomId)))).toEqual([true, false]);
  await ben.chats.keepChat({ roomId: long, kept: false, ownDays: null });
  await runJob();
  expect(await isThere(ben, long)).toBe(false);
});
