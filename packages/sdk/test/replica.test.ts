import { describe, expect, test } from "bun:test";
import { accounts, contract, type EventDef, feedOf, messages, rooms, workspaces } from "@althing/contract";
import {
  apply,
  fromCategories,
  fromEmoji,
  fromMembers,
  fromMessagePage,
  fromThread,
  headOf,
  knownTypes,
  presenceOf,
  type Replica,
  unreadOf,
} from "../src/index.ts";
import {
  aMessage,
  anAttachment,
  ana,
  anasReplica,
  anEvent,
  aProfile,
  aRoom,
  ben,
  cem,
  messageId,
  otherRoomId,
  roomId,
  sent,
  workspaceId,
} from "./cast.ts";

const account = feedOf.account(ana.id);
const workspace = feedOf.workspace(workspaceId);
const page = (items: messages.Message[], more: { next?: string; previous?: string } = {}) => ({
  items,
  next: more.next ?? null,
  previous: more.previous ?? null,
});
const opened = (...items: messages.Message[]): Replica =>
  fromMessagePage(anasReplica(aRoom({ head: items.at(-1)?.seq ?? 0 })), roomId, page(items));
const ids = (replica: Replica) => replica.timelines[roomId]?.ids;

const eventDefs = Object.values(contract)
  .flatMap((module) => Object.values(module) as unknown[])
  .filter((one): one is EventDef => (one as EventDef | undefined)?.kind === "event");

describe("the replica", () => {
  test.each(eventDefs.map(({ type }) => type))("knows what to do with %s", (type) => {
    expect(knownTypes.has(type)).toBe(true);
  });

  test("passes over an event of a kind it does not know, and remembers its number", () => {
    const unknown = { ...sent(aMessage(1)), type: "ships.docked" };
    expect(apply(anasReplica(), unknown)).toEqual(anasReplica(aRoom({ head: 1 })));
  });

  test("shows a message with its files, and none once it is deleted", () => {
    const withFile = aMessage(1, { body: "", attachments: [anAttachment] });
    const shown = apply(opened(), sent(withFile));
    expect(shown.messages[withFile.id]?.attachments).toEqual([anAttachment]);
    const deleted = aMessage(1, { body: "", deletedAt: withFile.createdAt, version: 2 });
    const gone = apply(shown, anEvent(messages.MessageDeletedEvent, 2, { message: deleted, thread: null }));
    expect(gone.messages[withFile.id]?.attachments).toEqual([]);
  });

  test("counts an event once", () => {
    const once = apply(opened(), sent(aMessage(1)));
    expect(apply(once, sent(aMessage(1)))).toEqual(once);
    expect(headOf(once, feedOf.room(roomId))).toBe(1);
  });
});

describe("people", () => {
  test("who change their profile change everywhere", () => {
    const replica = apply(
      anasReplica(),
      anEvent(accounts.ProfileChanged, 1, { account: { ...aProfile(ana), title: "Harbour master" } }, account),
    );
    expect(replica.me?.title).toBe("Harbour master");
    expect(replica.me?.head).toBe(1);
    expect(replica.profiles[ana.id]?.title).toBe("Harbour master");
  });

  test("come and go", () => {
    const people = [{ accountId: ben.id, state: "online" as const }];
    const replica = apply(anasReplica(), anEvent(accounts.PresenceChanged, 0, { people }, workspace));
    expect([presenceOf(replica, ben.id), presenceOf(replica, cem.id)]).toEqual(["online", "offline"]);
  });

  test("join and leave the workspace", () => {
    const member = { ...aProfile(ben), roles: ["member"], joinedAt: "2026-11-20T09:30:00.000Z" };
    const loaded = fromMembers(anasReplica(), workspaceId, [{ ...member, ...aProfile(ana), presence: "online" }]);
    const joined = apply(loaded, anEvent(workspaces.MemberJoined, 1, { member }, workspace));
    expect(Object.keys(joined.members[workspaceId] ?? {})).toEqual([ana.id, ben.id]);
    expect(joined.profiles[ben.id]?.name).toBe("Ben");
    const left = apply(joined, anEvent(workspaces.MemberLeft, 2, { accountId: ben.id }, workspace));
    expect(Object.keys(left.members[workspaceId] ?? {})).toEqual([ana.id]);
    expect(left.workspaces[workspaceId]?.memberCount).toBe(3);
  });

  test("whose roles change have their rights asked anew", () => {
    const event = anEvent(workspaces.MemberRolesChanged, 1, { accountId: ana.id, roles: ["admin"] }, workspace);
    const replica = apply(anasReplica(), event);
    expect(replica.me?.workspaces[0]?.roles).toEqual(["admin"]);
    expect(Object.keys(replica.stale).toSorted()).toEqual([feedOf.room(roomId), workspace]);
  });
});

describe("a workspace's own emoji", () => {
  const emojiOf = (replica: Replica) => replica.emoji[workspaceId]?.map(({ name, url }) => `${name} ${url}`);
  const emoji = (name: string, url = "one"): workspaces.CustomEmoji => ({
    name,
    url,
    animated: false,
    createdBy: ana.id,
    createdAt: "2026-11-20T09:30:00.000Z",
  });

  test("come and go in the order of their names, each once", () => {
    let replica = fromEmoji(anasReplica(), workspaceId, [emoji("b_b"), emoji("d-d")]);
    for (const one of [emoji("c+c"), emoji("aa"), emoji("b_b", "two")]) {
      replica = apply(replica, anEvent(workspaces.EmojiAdded, 1, { emoji: one }, workspace));
    }
    expect(emojiOf(replica)).toEqual(["aa one", "b_b two", "c+c one", "d-d one"]);
    replica = apply(replica, anEvent(workspaces.EmojiRemoved, 2, { emoji: emoji("c+c") }, workspace));
    expect(emojiOf(replica)).toEqual(["aa one", "b_b two", "d-d one"]);
  });

  test("stay unknown until they are loaded", () => {
    const event = anEvent(workspaces.EmojiAdded, 1, { emoji: emoji("aa") }, workspace);
    expect(emojiOf(apply(anasReplica(), event))).toBeUndefined();
  });
});

describe("rooms", () => {
  test("are entered and left", () => {
    const entered = apply(
      anasReplica(),
      anEvent(rooms.RoomEntered, 1, { room: { ...aRoom(), id: otherRoomId } }, account),
    );
    expect(entered.rooms[otherRoomId]?.name).toBe("harbour");
    const exited = apply(opened(aMessage(1)), anEvent(rooms.RoomExited, 1, { roomId }, account));
    expect([exited.rooms, exited.timelines, exited.messages]).toEqual([{}, {}, {}]);
  });

  test("are joined by who looked at them before, though their own feed told more by then", () => {
    const visited = anasReplica(aRoom({ joined: false, head: 3 }));
    const room = aRoom({ head: 2, permissions: ["message.send"] });
    const entered = apply(visited, anEvent(rooms.RoomEntered, 1, { room }, account));
    expect(entered.rooms[roomId]).toMatchObject({ joined: true, permissions: ["message.send"], head: 3 });
    expect(Object.keys(entered.stale)).toEqual([feedOf.room(roomId)]);
  });

  test("are not turned back by the workspace's slower feed", () => {
    const {
      head: _,
      lastMessageAt: __,
      joined: ___,
      permissions: ____,
      placement: _____,
      unread: ______,
      ...facts
    } = aRoom();
    const named = (name: string, version: number) => ({ room: { ...facts, name, version }, previousName: null });
    const newer = apply(anasReplica(), anEvent(rooms.RoomUpdated, 1, named("quay", 3)));
    const later = apply(newer, anEvent(rooms.RoomUpdated, 1, named("pier", 2), workspace));
    expect(later.rooms[roomId]?.name).toBe("quay");
  });

  test("have the categories of both feeds", () => {
    const category = (name: string, shared: boolean) => ({
      id: messageId(shared ? 1 : 2),
      workspaceId,
      name,
      position: 0,
      shared,
      collapsed: false,
    });
    const before = fromCategories(anasReplica(), workspaceId, [
      category("Old", true),
      category("Mine", false),
    ] as rooms.Category[]);
    const after = apply(
      before,
      anEvent(rooms.CategoriesChanged, 1, { workspaceId, categories: [category("New", true)] }, workspace),
    );
    expect(after.categories[workspaceId]?.map(({ name }) => name)).toEqual(["New", "Mine"]);
  });
});

describe("a room's messages", () => {
  test("join a window that reaches the live end, and no other", () => {
    expect(ids(apply(opened(aMessage(1)), sent(aMessage(2))))).toEqual([messageId(1), messageId(2)]);
    const past = fromMessagePage(anasReplica(), roomId, page([aMessage(1)], { next: "more" }));
    expect(ids(apply(past, sent(aMessage(9))))).toEqual([messageId(1)]);
    expect(apply(past, sent(aMessage(9))).messages[messageId(9)]).toBeUndefined();
  });

  test("grow at both ends by pages", () => {
    const middle = fromMessagePage(anasReplica(), roomId, page([aMessage(5)], { next: "n", previous: "p" }));
    const older = fromMessagePage(middle, roomId, page([aMessage(3), aMessage(4)], { next: "n" }), "older");
    const whole = fromMessagePage(older, roomId, page([aMessage(6)], { previous: "p" }), "newer");
    expect(whole.timelines[roomId]).toEqual({
      ids: [3, 4, 5, 6].map(messageId),
      hasOlder: false,
      hasNewer: false,
      upToSeq: 6,
    });
  });

  test("that came while a page was on its way are not lost", () => {
    const heard = [
      sent(aMessage(2)),
      anEvent(messages.MessageEdited, 3, { message: aMessage(1, { body: "better", version: 2 }) }),
    ];
    const live = heard.reduce((replica, event) => apply(replica, event), anasReplica());
    const replica = heard.reduce(
      (state, event) => apply(state, event),
      fromMessagePage(live, roomId, page([aMessage(1)])),
    );
    expect(ids(replica)).toEqual([messageId(1), messageId(2)]);
    expect(replica.messages[messageId(1)]?.body).toBe("better");
    expect(unreadOf(replica, roomId).count).toBe(2);
  });

  test("know which reactions are Ana's, also after an edit", () => {
    const reaction = { messageId: messageId(1), emoji: "👍", reactedAt: "2026-11-20T09:30:00.000Z" };
    const react = (seq: number, who: typeof ana, count: number) =>
      anEvent(messages.ReactionAdded, seq, { ...reaction, account: who, count });
    const edited = aMessage(1, { version: 2, reactions: [{ emoji: "👍", count: 2, mine: false }] });
    const replica = [
      react(2, ana, 1),
      react(3, ben, 2),
      anEvent(messages.MessageEdited, 4, { message: edited }),
    ].reduce((state, event) => apply(state, event), opened(aMessage(1)));
    expect(replica.messages[messageId(1)]?.reactions).toEqual([{ emoji: "👍", count: 2, mine: true }]);
    const removed = anEvent(messages.ReactionRemoved, 5, {
      ...reaction,
      account: ana,
      count: 1,
    });
    expect(apply(replica, removed).messages[messageId(1)]?.reactions).toEqual([{ emoji: "👍", count: 1, mine: false }]);
  });

  test("bring a thread its replies and its summary", () => {
    const thread = { replyCount: 1, lastReplyAt: null, participantIds: [cem.id], resolvedAt: null };
    const standing = { following: true, muted: false, lastReadSeq: 0, unread: 0 };
    const loaded = fromThread(opened(aMessage(1)), {
      root: aMessage(1),
      replies: [],
      standing,
      hasMore: false,
      head: 1,
    });
    const reply = aMessage(2, { author: cem, parentId: aMessage(1).id });
    const replica = apply(loaded, sent(reply, thread));
    expect(replica.threads[messageId(1)]?.replyIds).toEqual([messageId(2)]);
    expect(replica.messages[messageId(1)]?.thread).toEqual(thread);
    expect(ids(replica)).toEqual([messageId(1)]);
    expect(replica.standings[messageId(1)]?.unread).toBe(1);
    expect(unreadOf(replica, roomId)).toMatchObject({ count: 1, threads: 1 });
    const read = { roomId, rootId: reply.parentId ?? "", standing: { following: true, muted: false, lastReadSeq: 2 } };
    expect(unreadOf(apply(replica, anEvent(messages.ThreadRead, 1, read, account)), roomId).threads).toBe(0);
  });

  test("move away with their thread, and stay where they came to first", () => {
    const away = anEvent(messages.MessageMovedAway, 3, {
      messageIds: [messageId(1)],
      toRoomId: otherRoomId,
      toParentId: null,
      thread: null,
      parentId: null,
    });
    const moved = apply(opened(aMessage(1), aMessage(2)), away);
    expect(ids(moved)).toEqual([messageId(2)]);
    expect(moved.messages[messageId(1)]).toBeUndefined();
  });
});
