import type { AccountId, notifications } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { NotificationTables, SubscriptionRow } from "../tables.ts";

type SubscriptionId = notifications.PushSubscriptionId;
const from = (tx: ReadTx) => tx.reader<NotificationTables>();
const into = (tx: WriteTx) => tx.writer<NotificationTables>();

export const listSubscriptionsOf = (tx: ReadTx, accountId: string): Promise<SubscriptionRow[]> =>
  from(tx)
    .selectFrom("push_subscriptions")
    .selectAll()
    .where("account_id", "=", accountId as AccountId)
    .orderBy("id", "desc")
    .execute();

export const findSubscription = (tx: ReadTx, id: string): Promise<SubscriptionRow | undefined> =>
  from(tx)
    .selectFrom("push_subscriptions")
    .selectAll()
    .where("id", "=", id as SubscriptionId)
    .executeTakeFirst();

const selectSubscribed = defineStatement(
  "notifications.subscribed",
  `select account_id as "accountId", array_agg(id) as "subscriptionIds" from push_subscriptions group by account_id`,
);

/** Everyone who has a browser that may be told something. */
export async function listSubscribed(tx: ReadTx): Promise<Map<string, readonly string[]>> {
  const rows = await tx.query<{ accountId: string; subscriptionIds: string[] }>(selectSubscribed);
  return new Map(rows.map(({ accountId, subscriptionIds }) => [accountId, subscriptionIds]));
}

/** A browser has one endpoint: whoever speaks of it last has it. */
export const upsertSubscription = (
  tx: WriteTx,
  subscription: Omit<SubscriptionRow, "created_at" | "last_pushed_at">,
): Promise<SubscriptionRow> => {
  const { id, ...told } = subscription;
  return into(tx)
    .insertInto("push_subscriptions")
    .values({ id, ...told, created_at: tx.now, last_pushed_at: null })
    .onConflict((conflict) => conflict.column("endpoint").doUpdateSet(told))
    .returningAll()
    .executeTakeFirstOrThrow();
};

export async function deleteSubscriptions(tx: WriteTx, ids: readonly SubscriptionId[]): Promise<void> {
  if (ids.length > 0) await into(tx).deleteFrom("push_subscriptions").where("id", "in", ids).execute();
}

export async function deleteSubscriptionsOfSessions(tx: WriteTx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length > 0)
    await into(tx).deleteFrom("push_subscriptions").where("session_id", "in", sessionIds).execute();
}

export async function updatePushed(tx: WriteTx, id: SubscriptionId): Promise<void> {
  await into(tx).updateTable("push_subscriptions").set({ last_pushed_at: tx.now }).where("id", "=", id).execute();
}
