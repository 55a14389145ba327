// Who writes just now, and how far the others have read.
import { type FeedName, messages, parseFeed } from "@althing/contract";
import { change, put, putAll } from "../records.ts";
import { on } from "../reducer.ts";
import type { Replica, Typist } from "../state.ts";

const typingMs = 5_000;

export const fromReceipts = (replica: Replica, roomId: string, receipts: readonly messages.Receipt[]): Replica => ({
  ...replica,
  receipts: put(
    replica.receipts,
    roomId,
    putAll(
      {},
      receipts.map((receipt) => [receipt.account.id, receipt]),
    ),
  ),
});

/** Those who write in a room, or with `parentId` in a thread, except yourself. `now` in milliseconds since 1970. */
export const typistsIn = (replica: Replica, roomId: string, parentId: string | null, now: number): Typist[] =>
  (replica.typing[roomId] ?? []).filter(
    (one) => one.parentId === parentId && one.until > now && one.accountId !== replica.accountId,
  );

const withoutTypist = (replica: Replica, roomId: string, accountId: string): Replica => ({
  ...replica,
  typing: change(replica.typing, roomId, (typists) => typists.filter((one) => one.accountId !== accountId)),
});

export const signReducers = [
  on(messages.Typing, (replica, { feed, data: { accountId, name, parentId, typing } }, now) => {
    const roomId = parseFeed(feed as FeedName).id;
    const others = (replica.typing[roomId] ?? []).filter((one) => one.accountId !== accountId && one.until > now);
    const typists = typing ? [...others, { accountId, name, parentId, until: now + typingMs }] : others;
    return { ...replica, typing: put(replica.typing, roomId, typists) };
  }),
  on(messages.MessageSent, (replica, { data: { message } }) =>
    withoutTypist(replica, message.roomId, message.author.id),
  ),
  on(messages.ReceiptMoved, (replica, { data: { roomId, account, readSeq, readAt } }) => ({
    ...replica,
    receipts: change(replica.receipts, roomId, (receipts) =>
      put(receipts, account.id, {
        account,
        readSeq,
        readAt,
        deliveredSeq: Math.max(readSeq, receipts[account.id]?.deliveredSeq ?? 0),
      }),
    ),
  })),
];
