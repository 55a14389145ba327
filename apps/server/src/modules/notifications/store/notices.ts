// What browsers show of rooms, so that only what is shown is taken off.
import type { notifications, rooms } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";

const upsert = defineStatement(
  "notifications.show",
  `insert into push_notices (subscription_id, room_id, seq)
   select id, $2, $3 from push_subscriptions where id = $1
   on conflict (subscription_id, room_id) do update set seq = greatest(push_notices.seq, excluded.seq)`,
);

/** Not where the browser was forgotten meanwhile. */
export async function upsertNotice(tx: WriteTx, subscriptionId: string, roomId: string, seq: number): Promise<void> {
  await tx.query(upsert, [subscriptionId, roomId, seq]);
}

export type Notice = { subscriptionId: notifications.PushSubscriptionId; roomId: rooms.RoomId };

const selectOf = defineStatement(
  "notifications.shown",
  `select n.subscription_id as "subscriptionId", n.room_id as "roomId" from push_notices n
   join push_subscriptions s on s.id = n.subscription_id
   where (s.account_id, n.room_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
);

export const listNotices = (tx: ReadTx, read: readonly { accountId: string; roomId: string }[]): Promise<Notice[]> =>
  tx.query<Notice>(selectOf, [read.map(({ accountId }) => accountId), read.map(({ roomId }) => roomId)]);

const selectOne = defineStatement(
  "notifications.shown_one",
  "select seq from push_notices where subscription_id = $1 and room_id = $2",
);

export async function findNotice(tx: ReadTx, { subscriptionId, roomId }: Notice): Promise<number | undefined> {
  return (await tx.query<{ seq: number }>(selectOne, [subscriptionId, roomId]))[0]?.seq;
}

const remove = defineStatement(
  "notifications.hide",
  "delete from push_notices where subscription_id = $1 and room_id = $2 and seq <= $3",
);

export async function deleteNotice(tx: WriteTx, { subscriptionId, roomId }: Notice, upToSeq: number): Promise<void> {
  await tx.query(remove, [subscriptionId, roomId, upToSeq]);
}
