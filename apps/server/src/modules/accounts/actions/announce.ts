import { accounts, type FeedName, feedOf } from "@althing/contract";
import type { Emitted, WriteTx } from "../../../kernel/tx.ts";
import { arrivals } from "../arrivals.ts";
import { endSessionRows } from "../store/sessions.ts";
import type { AccountRow } from "../tables.ts";
import { viewProfile, viewSelf } from "../views.ts";

/** Tells everyone who sees the account what it is now, and itself all it may know. Gives the last event of each feed. */
export async function announceProfile(tx: WriteTx, row: AccountRow): Promise<Map<FeedName, Emitted>> {
  const own = feedOf.account(row.id);
  const seenIn = (await arrivals.current.feedsOf(tx, [row.id])).get(row.id) ?? [];
  const account = viewProfile(row, tx.now);
  const emitted = new Map<FeedName, Emitted>();
  for (const feed of [own, ...seenIn]) emitted.set(feed, tx.emit(accounts.ProfileChanged, feed, { account }));
  return emitted.set(own, announceSelf(tx, row));
}

export const announceSelf = (tx: WriteTx, row: AccountRow): Emitted =>
  tx.emit(accounts.MeChanged, feedOf.account(row.id), { me: viewSelf(row, tx.now) });

type Reason = (typeof accounts.SessionEnded.payload)["_zod"]["output"]["reason"];

/** Ends live sessions, all unless told, at once and for everything they hold open. Gives how many. */
export async function endSessions(
  tx: WriteTx,
  accountId: string,
  reason: Reason,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const ended = await endSessionRows(tx, accountId, which);
  for (const sessionId of ended) {
    tx.emit(accounts.SessionEnded, feedOf.account(accountId), { sessionId, reason });
  }
  return ended.length;
}
