import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ConnectionTables, FlowRow } from "../tables.ts";

export const insertSignIn = async (
  tx: WriteTx,
  { service, scopes, ...row }: Omit<FlowRow, "used_at">,
): Promise<void> => {
  await tx
    .writer<ConnectionTables>()
    .insertInto("tool_sign_ins")
    .values({ ...row, service: JSON.stringify(service), scopes: JSON.stringify(scopes), used_at: null })
    .execute();
};

export const findSignIn = (tx: ReadTx, stateHash: string): Promise<FlowRow | undefined> =>
  tx
    .reader<ConnectionTables>()
    .selectFrom("tool_sign_ins")
    .selectAll()
    .where("state_hash", "=", stateHash)
    .executeTakeFirst();

/** Uses a sign-in up; only one of those who try gets it. */
export const useSignIn = (tx: WriteTx, stateHash: string): Promise<FlowRow | undefined> =>
  tx
    .writer<ConnectionTables>()
    .updateTable("tool_sign_ins")
    .set({ used_at: tx.now })
    .where("state_hash", "=", stateHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", tx.now)
    .returningAll()
    .executeTakeFirst();

export const deleteOldSignIns = async (tx: WriteTx): Promise<void> => {
  await tx.writer<ConnectionTables>().deleteFrom("tool_sign_ins").where("expires_at", "<", tx.now).execute();
};
