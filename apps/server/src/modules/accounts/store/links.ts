import type { AccountId } from "@althing/contract";
import type { Selectable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { AccountTables, LinkPurpose, LinksTable } from "../tables.ts";

type LinkRow = Selectable<LinksTable>;
const into = (tx: WriteTx) => tx.writer<AccountTables>();

export const insertLink = async (tx: WriteTx, link: LinkRow): Promise<void> => {
  await into(tx).insertInto("account_links").values(link).execute();
};

export const findOpenLink = (tx: ReadTx, tokenHash: string, purpose: LinkPurpose): Promise<LinkRow | undefined> =>
  tx
    .reader<AccountTables>()
    .selectFrom("account_links")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", tx.now)
    .executeTakeFirst();

/** However many present the token at once, one of them gets the link. */
export const useLink = (tx: WriteTx, tokenHash: string, purpose: LinkPurpose): Promise<LinkRow | undefined> =>
  into(tx)
    .updateTable("account_links")
    .set({ used_at: tx.now })
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", tx.now)
    .returningAll()
    .executeTakeFirst();

export const deleteLinksOf = async (tx: WriteTx, accountId: string, purpose: LinkPurpose): Promise<void> => {
  await into(tx)
    .deleteFrom("account_links")
    .where("account_id", "=", accountId as AccountId)
    .where("purpose", "=", purpose)
    .execute();
};

export const deleteOldLinks = async (tx: WriteTx): Promise<void> => {
  await into(tx).deleteFrom("account_links").where("expires_at", "<", tx.now).execute();
};
