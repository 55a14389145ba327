import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";
import type { PictureTables } from "./tables.ts";

const from = (tx: ReadTx) => tx.reader<PictureTables>();
const into = (tx: WriteTx) => tx.writer<PictureTables>();

/** A picture that is there already is as good as new. */
export const upsertPicture = async (tx: WriteTx, { hash, bytes }: { hash: string; bytes: Buffer }): Promise<void> => {
  await into(tx)
    .insertInto("pictures")
    .values({ hash, bytes, kept_at: tx.now })
    .onConflict((conflict) => conflict.column("hash").doUpdateSet({ kept_at: tx.now }))
    .execute();
};

export const findBytes = async (tx: ReadTx, hash: string): Promise<Buffer<ArrayBuffer> | undefined> =>
  (await from(tx).selectFrom("pictures").select("bytes").where("hash", "=", hash).executeTakeFirst())?.bytes;

/** A page of those last kept before a time, in the order of their hashes. */
export const listKeptBefore = async (tx: ReadTx, time: Date, after: string, limit: number): Promise<string[]> => {
  const rows = await from(tx)
    .selectFrom("pictures")
    .select("hash")
    .where("kept_at", "<", time)
    .where("hash", ">", after)
    .orderBy("hash")
    .limit(limit)
    .execute();
  return rows.map(({ hash }) => hash);
};

/** Spares one that is being kept again at this moment: its time is looked at once more under the row's lock. */
export const deleteKeptBefore = async (tx: WriteTx, time: Date, hashes: readonly string[]): Promise<void> => {
  await into(tx)
    .deleteFrom("pictures")
    .where("hash", "=", sql<string>`any (${hashes})`)
    .where("kept_at", "<", time)
    .execute();
};
