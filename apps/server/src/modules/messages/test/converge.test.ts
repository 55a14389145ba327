/** Each verb of messages, carried on by its events and looked at anew: the same, for who is in the room and for who is not. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { messages, rooms } from "@althing/contract";
import { expectConverges, type Harbour, openHarbour, startServer, type TestServer, type View } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
let roomId: rooms.RoomId;
let otherId: rooms.RoomId;
let views: View[];
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ana, ben, cem, eve, channel, workspaceId } = harbour;
  roomId = (await channel("pier", [ben])).id;
  otherId = (await channel("quay", [ben])).id;
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  views = [
    { person: ana, workspaceId },
    { person: ben, workspaceId },
    { person: cem, workspaceId },
    { person: eve, workspaceId: elsewhere },
  ];
});
afterAll(() => server.dispose());

/** A message of Ana's that each verb begins with. */
const said = (body = "Said before") => harbour.ana.messages.sendMessage({ roomId, body });

type Act = (about: messages.Message) => Promise<unknown>;
const verbs: Record<string, Act> = {
  "send, with mentions": () => harbour.ana.messages.sendMessage({ roomId, body: "@ben and @room, hello" }),
  reply: ({ id }) => harbour.ben.messages.replyToMessage({ roomId, messageId: id, body: "In the thread" }),
  "reply, shown in the room": ({ id }) =>
    harbour.ben.messages.replyToMessage({ roomId, messageId: id, body: "For all", alsoInRoom: true }),
  edit: ({ id }) => harbour.ana.messages.editMessage({ roomId, messageId: id, body: "Said again, @ben" }),
  delete: ({ id }) => harbour.ana.messages.deleteMessage({ roomId, messageId: id }),
  "react and take back": async ({ id: messageId }) => {
    await harbour.ana.messages.addReaction({ roomId, messageId, emoji: "👍" });
    await harbour.ben.messages.addReaction({ roomId, messageId, emoji: "👍" });
    await harbour.ana.messages.removeReaction({ roomId, messageId, emoji: "👍" });
  },
  "pin and unpin": async ({ id: messageId }) => {
    const { id } = await said("Pinned for a while");
    await harbour.ana.messages.pinMessage({ roomId, messageId });
    await harbour.ana.messages.pinMessage({ roomId, messageId: id });
    await harbour.ana.messages.unpinMessage({ roomId, messageId: id });
  },
  "read the room": () => harbour.ben.messages.readRoom({ roomId }),
  "read a message": ({ id }) => harbour.ben.messages.readMessage({ messageId: id }),
  "mark unread": ({ id }) => harbour.ben.messages.unreadRoom({ roomId, messageId: id }),
  "mark one unread": async ({ id }) => {
    await harbour.ben.messages.readRoom({ roomId });
    await harbour.ben.messages.unreadRoom({ roomId, messageId: id, only: true });
  },
  "resolve and reopen": async ({ id: messageId }) => {
    await harbour.ana.messages.resolveThread({ roomId, messageId });
    await harbour.ana.messages.reopenThread({ roomId, messageId });
  },
  "follow a thread": ({ id }) => harbour.ben.messages.followThread({ roomId, messageId: id, following: true }),
  "delete a reply": async ({ id: messageId }) => {
    const reply = await harbour.ben.messages.replyToMessage({ roomId, messageId, body: "Gone soon" });
    await harbour.ben.messages.deleteMessage({ roomId, messageId: reply.id });
  },
  "move to another room": ({ id }) => harbour.ana.messages.moveMessage({ roomId, messageId: id, toRoomId: otherId }),
  "move into a thread": async ({ id }) => {
    const root = await said("The better place");
    await harbour.ana.messages.moveMessage({ roomId, messageId: id, toParentId: root.id });
  },
  "import history": async () => {
    const { ana, workspaceId } = harbour;
    const [nick] = await ana.workspaces.importAccounts({ workspaceId, source: "irc", names: ["will"] });
    const { id } = await ana.rooms.createRoom({
      workspaceId,
      kind: "channel",
      name: `irc-${crypto.randomUUID().slice(0, 8)}`,
    });
    const at = "2006-06-05T10:00:00Z";
    const one = { id: crypto.randomUUID() as messages.MessageId, authorId: nick?.accountId ?? ana.id, body: "Old", at };
    await ana.messages.importMessages({ roomId: id, messages: [one] });
  },
};

for (const [verb, act] of Object.entries(verbs)) {
  test(verb, async () => {
    const about = await said();
    await expectConverges(server, views, () => act(about));
    expect(
      (await harbour.cem.rooms.listRooms({ workspaceId: harbour.workspaceId })).some(({ id }) => id === roomId),
    ).toBe(false);
  });
}
