import { describe, expect, test } from "bun:test";
import { messages } from "@althing/contract";
import { apply, fromMessagePage, fromPins, fromReceipts, type Replica, typistsIn } from "../src/index.ts";
import { aMessage, anasReplica, anEvent, aRoom, ben, messageId, roomId, sent } from "./cast.ts";

const opened = (...items: messages.Message[]): Replica =>
  fromMessagePage(anasReplica(aRoom({ head: items.at(-1)?.seq ?? 0 })), roomId, { items, next: null, previous: null });

describe("messages of an open room", () => {
  test("are pinned and unpinned, the last first", () => {
    const pin = (seq: number, n: number) =>
      anEvent(messages.MessagePinned, seq, {
        messageId: messageId(n),
        account: ben,
        pinnedAt: "2026-11-20T09:30:00.000Z",
        version: 2,
      });
    const loaded = fromPins(opened(aMessage(1), aMessage(2)), roomId, []);
    const pinned = [pin(3, 1), pin(4, 2)].reduce((state, event) => apply(state, event), loaded);
    expect(pinned.pins[roomId]).toEqual([messageId(2), messageId(1)]);
    expect(pinned.messages[messageId(1)]?.pinned).toBe(true);
    const unpinned = apply(
      pinned,
      anEvent(messages.MessageUnpinned, 5, { messageId: messageId(2), account: ben, version: 3 }),
    );
    expect(unpinned.pins[roomId]).toEqual([messageId(1)]);
    expect(apply(pinned, pin(6, 99)).pins[roomId]).toBeUndefined();
  });

  test("end what their author was writing, as does silence", () => {
    const typing = anEvent(messages.Typing, 0, { accountId: ben.id, name: "Ben", parentId: null, typing: true });
    const replica = apply(opened(), typing, 1_000);
    expect(typistsIn(replica, roomId, null, 5_999).map(({ name }) => name)).toEqual(["Ben"]);
    expect(typistsIn(replica, roomId, null, 6_000)).toEqual([]);
    expect(typistsIn(apply(replica, sent(aMessage(1))), roomId, null, 2_000)).toEqual([]);
  });

  test("are read by the others", () => {
    const receipt = { account: ben, deliveredSeq: 0, readSeq: 0, readAt: null };
    const moved = { roomId, account: ben, readSeq: 7, readAt: "2026-11-20T09:30:00.000Z" };
    const replica = apply(fromReceipts(opened(), roomId, [receipt]), anEvent(messages.ReceiptMoved, 1, moved));
    expect(replica.receipts[roomId]?.[ben.id]).toMatchObject({ readSeq: 7, deliveredSeq: 7 });
  });
});
