import { describe, expect, test } from "bun:test";
import { feedOf, messages } from "@althing/contract";
import { apply, fromMessagePage, type Replica, unreadOf } from "../src/index.ts";
import { aMessage, ana, anasReplica, anEvent, aRoom, messageId, roomId, sent } from "./cast.ts";

const account = feedOf.account(ana.id);
const page = (items: messages.Message[]) => ({ items, next: null, previous: null });
const opened = (...items: messages.Message[]): Replica =>
  fromMessagePage(anasReplica(aRoom({ head: items.at(-1)?.seq ?? 0 })), roomId, page(items));

describe("unread counts", () => {
  const read = (lastReadSeq: number, marks: { messageId: string; seq: number }[] = [], seq = 1) =>
    anEvent(messages.MessagesRead, seq, { roomId, lastReadSeq, marks, threadsReadSeq: 0 }, account);

  test("count what others said in the room, and mentions of Ana", () => {
    const log = [
      aMessage(1, { author: ana }),
      aMessage(2, { mentions: [{ kind: "account", id: ana.id }] }),
      aMessage(3, { kind: "system" }),
      aMessage(4, { parentId: aMessage(1).id }),
      aMessage(5, { parentId: aMessage(1).id, alsoInRoom: true, mentions: [{ kind: "room", id: null }] }),
    ];
    const expected = { count: 2, mentions: 2, firstUnreadSeq: 2 };
    for (const start of [anasReplica(), opened()]) {
      expect(
        unreadOf(
          log.map((message) => sent(message)).reduce((state, event) => apply(state, event), start),
          roomId,
        ),
      ).toMatchObject(expected);
    }
  });

  test("end when all is read, on any device", () => {
    const replica = apply(apply(anasReplica(), sent(aMessage(1))), read(1));
    expect(unreadOf(replica, roomId)).toMatchObject({ count: 0, firstUnreadSeq: null, lastReadSeq: 1 });
    expect(replica.stale).toEqual({});
  });

  test("follow the cursor and the marks through a loaded window", () => {
    const loaded = opened(aMessage(1), aMessage(2), aMessage(3));
    expect(unreadOf(apply(loaded, read(2)), roomId)).toMatchObject({ count: 1, firstUnreadSeq: 3 });
    const marked = apply(loaded, read(3, [{ messageId: messageId(1), seq: 1 }]));
    expect(unreadOf(marked, roomId)).toMatchObject({ count: 1, firstUnreadSeq: 1, lastReadSeq: 3 });
  });

  test("are asked for anew where nobody here can tell", () => {
    const replica = apply(
      anasReplica(
        aRoom({
          head: 9,
          unread: { count: 5, mentions: 0, firstUnreadSeq: 3, threads: 0, lastReadSeq: 2, threadsReadSeq: 0 },
        }),
      ),
      read(6),
    );
    expect(replica.stale).toEqual({ [feedOf.room(roomId)]: true });
  });

  test("keep the server's numbers where marks are unknown", () => {
    const room = aRoom({
      head: 3,
      unread: { count: 1, mentions: 0, firstUnreadSeq: 1, threads: 0, lastReadSeq: 3, threadsReadSeq: 0 },
    });
    const loaded = fromMessagePage(anasReplica(room), roomId, page([aMessage(1), aMessage(2), aMessage(3)]));
    expect(unreadOf(loaded, roomId).count).toBe(1);
    expect(unreadOf(apply(loaded, sent(aMessage(4))), roomId).count).toBe(2);
  });

  test("lose a deleted message", () => {
    const deleted = anEvent(messages.MessageDeletedEvent, 3, {
      message: aMessage(2, { deletedAt: "2026-11-20T09:30:00.000Z", version: 2 }),
      thread: null,
    });
    const replica = apply(
      [aMessage(1), aMessage(2)].map((one) => sent(one)).reduce((state, event) => apply(state, event), opened()),
      deleted,
    );
    expect(unreadOf(replica, roomId)).toMatchObject({ count: 1, firstUnreadSeq: 1 });
    expect(replica.rooms[roomId]?.unread.count).toBe(1);
  });

  test("of a thread that was not known are asked for anew", () => {
    const standing = { following: true, muted: false, lastReadSeq: 4 };
    const followed = anEvent(messages.ThreadRead, 1, { roomId, rootId: messageId(1), standing }, account);
    expect(apply(anasReplica(aRoom({ head: 9 })), followed).stale).toEqual({ [feedOf.room(roomId)]: true });
  });
});
