import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { NotificationTables, VapidKeysTable } from "../tables.ts";

export const onlyRow = 1;

export const findVapidKeys = (tx: ReadTx): Promise<VapidKeysTable | undefined> =>
  tx.reader<NotificationTables>().selectFrom("vapid_keys").selectAll().executeTakeFirst();

/** The first keys stay: every browser that subscribed knows them. */
export async function insertVapidKeys(
  tx: WriteTx,
  keys: Pick<VapidKeysTable, "public_key" | "sealed_private_key">,
): Promise<void> {
  await tx
    .writer<NotificationTables>()
    .insertInto("vapid_keys")
    .values({ id: onlyRow, ...keys, created_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
