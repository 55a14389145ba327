import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, type messages } from "@althing/contract";
import { type Harbour, openHarbour, type Person, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

async function roomWith(count: number, name: string) {
  const { ana, ben, channel } = harbour;
  const { id: roomId } = await channel(name, [ben]);
  const sent: messages.Message[] = [];
  for (let index = 0; index < count; index++)
    sent.push(await ana.messages.sendMessage({ roomId, body: `Message ${index}` }));
  return { roomId, sent, at: (index: number) => sent[index] as messages.Message };
}

const badge = async (who: Person, roomId: string) =>
  (await who.rooms.listRooms({ workspaceId: harbour.workspaceId })).find(({ id }) => id === roomId)?.unread;

test("what Ana posts waits for Ben, not for her, until he has read it", async () => {
  const { ana, ben } = harbour;
  const { roomId, at } = await roomWith(3, "waiting");
  await ana.messages.sendMessage({ roomId, body: "@ben, look" });
  expect(await badge(ben, roomId)).toMatchObject({ count: 4, mentions: 1, firstUnreadSeq: at(0).seq });
  expect(await badge(ana, roomId)).toMatchObject({ count: 0, mentions: 0, firstUnreadSeq: null });
  expect(await ben.messages.readMessage({ messageId: at(1).id })).toMatchObject({
    count: 2,
    firstUnreadSeq: at(2).seq,
  });
  expect(await ben.messages.readRoom({ roomId })).toMatchObject({ count: 0, mentions: 0 });
});

test("reading never goes back, but marking unread does", async () => {
  const { ben } = harbour;
  const { roomId, at } = await roomWith(5, "back");
  await ben.messages.readRoom({ roomId });
  expect(await ben.messages.readRoom({ roomId, seq: at(0).seq })).toMatchObject({ count: 0 });
  expect(await ben.messages.unreadRoom({ roomId, messageId: at(3).id })).toMatchObject({
    count: 2,
    firstUnreadSeq: at(3).seq,
  });
  await ben.messages.readRoom({ roomId });
  expect(await ben.messages.unreadRoom({ roomId, messageId: at(1).id, only: true })).toMatchObject({
    count: 1,
    firstUnreadSeq: at(1).seq,
  });
  expect((await ben.messages.explainUnread({ roomId })).counted).toEqual([
    { messageId: at(1).id, seq: at(1).seq, because: "marked", mentionsYou: false },
  ]);
  expect(await ben.messages.readMessage({ messageId: at(1).id })).toMatchObject({ count: 0, firstUnreadSeq: null });
});

test("reading on one device is heard on the other", async () => {
  const { ben, connect } = harbour;
  const { roomId, at } = await roomWith(2, "devices");
  const phone = await connect(ben, [{ feed: feedOf.account(ben.id) }]);
  await ben.messages.readRoom({ roomId, seq: at(0).seq });
  const event = await phone.event("messages.read", ({ data }) => (data as { roomId: string }).roomId === roomId);
  expect(event.data).toMatchObject({ lastReadSeq: at(0).seq, marks: [] });
  phone.close();
});

test("a deleted message no longer waits, and nobody has unread what was said before they came", async () => {
  const { ana, ben, cem } = harbour;
  const { roomId, at } = await roomWith(2, "gone");
  await ana.messages.deleteMessage({ roomId, messageId: at(0).id });
  expect(await badge(ben, roomId)).toMatchObject({ count: 1, firstUnreadSeq: at(1).seq });
  await cem.rooms.joinRoom({ roomId });
  expect(await badge(cem, roomId)).toMatchObject({ count: 0 });
});

test("in a direct message Ana sees how far Ben has read, unless he turned that off", async () => {
  const { ana, ben, workspaceId, connect } = harbour;
  const { id: roomId } = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  const socket = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const first = await ana.messages.sendMessage({ roomId, body: "There?" });
  await ben.messages.readRoom({ roomId });
  const moved = await socket.event("messages.receipt_moved");
  expect(moved.data).toMatchObject({ readSeq: first.seq, account: { id: ben.id } });
  expect(await ana.messages.listReceipts({ roomId })).toMatchObject([{ account: { id: ben.id }, readSeq: first.seq }]);
  await ben.accounts.updatePreferences({ privacy: { sendReceipts: false } });
  await ana.messages.sendMessage({ roomId, body: "Still?" });
  await ben.messages.readRoom({ roomId });
  expect(await ana.messages.listReceipts({ roomId })).toEqual([]);
  expect(await ben.messages.listReceipts({ roomId })).toEqual([]);
  socket.close();
});
