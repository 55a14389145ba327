import { afterAll, beforeAll, expect, test } from "bun:test";
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
  expect(await ben.chats.getChatKeeping({ roomId: kept })).toEqual({ roomId: kept, kept: true, days: null });
  expect(await ben.chats.getChatKeeping({ roomId: plain })).toMatchObject({ kept: false });
  expect(await refusal(ben.chats.getChatRetention({ workspaceId }))).toBe("forbidden");
  expect(await ana.chats.getChatRetention({ workspaceId })).toMatchObject({ days: null, legalHold: false });

  now = new Date(now.getTime() + 10 * day);
  await ana.chats.setChatRetention({ workspaceId, legalHold: true });
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
  await ana.chats.setChatRetention({ workspaceId, legalHold: true });
  expect(await refusal(ben.rooms.deleteRoom({ roomId }))).toBe("room_held");
  expect(await refusal(ana.rooms.deleteRoom({ roomId: channelId }))).toBe("granted");
  expect(await isThere(ben, roomId)).toBe(true);
  await ana.chats.setChatRetention({ workspaceId, legalHold: false });
  expect(await refusal(ben.rooms.deleteRoom({ roomId }))).toBe("granted");
});
