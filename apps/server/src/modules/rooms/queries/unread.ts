// What is unread is known by a later module, which registers here.
import type { rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";

export type JoinedRoom = { readonly roomId: string; readonly joinedSeq: number };

export type UnreadSource = {
  /**
   * What waits for an account in rooms it is in. A room left out has nothing unread.
   * Who has not read since joining has read up to `joinedSeq`.
   */
  unreadOf(tx: ReadTx, accountId: string, rooms: readonly JoinedRoom[]): Promise<ReadonlyMap<string, rooms.Unread>>;
};

let source: UnreadSource = { unreadOf: async () => new Map() };

/** Extension point: exactly one later module counts what is unread. */
export function registerUnread(registered: UnreadSource): void {
  source = registered;
}

export const unreadOf: UnreadSource["unreadOf"] = async (tx, accountId, joined) =>
  joined.length === 0 ? new Map() : source.unreadOf(tx, accountId, joined);
