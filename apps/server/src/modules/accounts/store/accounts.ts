import type { AccountId, accounts } from "@althing/contract";
import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { AccountRow, AccountsTable, AccountTables, PreferenceChanges } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<AccountTables>();
const into = (tx: WriteTx) => tx.writer<AccountTables>();

const columns = [
  "id",
  "kind",
  "handle",
  "name",
  "email",
  "email_verified_at",
  "is_owner",
  "title",
  "pronouns",
  "time_zone",
  "locale",
  "avatar",
  "avatar_picture",
  "fields",
  "status_emoji",
  "status_text",
  "status_expires_at",
  "busy",
  "busy_until",
  "version",
  "created_at",
  "disabled_at",
] as const satisfies readonly (keyof AccountRow)[];

export const findAccount = (tx: ReadTx, id: string): Promise<AccountRow | undefined> =>
  from(tx)
    .selectFrom("accounts")
    .select(columns)
    .where("id", "=", id as AccountId)
    .executeTakeFirst();

export const lockAccount = (tx: WriteTx, id: string): Promise<AccountRow> =>
  into(tx)
    .selectFrom("accounts")
    .select(columns)
    .where("id", "=", id as AccountId)
    .forUpdate()
    .executeTakeFirstOrThrow();

export const findAccountByEmail = (tx: ReadTx, email: string): Promise<AccountRow | undefined> =>
  from(tx).selectFrom("accounts").select(columns).where("email", "=", email).executeTakeFirst();

export const listAccountRows = (tx: ReadTx, ids: readonly string[]): Promise<AccountRow[]> =>
  from(tx).selectFrom("accounts").select(columns).where("id", "=", sql<AccountId>`any (${ids})`).execute();

export const listAllAccounts = (tx: ReadTx): Promise<AccountRow[]> =>
  from(tx).selectFrom("accounts").select(columns).orderBy("created_at").orderBy("id").execute();

/** Accounts named by an expression over the tables of another module, such as `select account_id from …`. */
export type AccountSet = RawBuilder<AccountId>;

/** A page, by name, of a set of accounts. */
export const listByName = (
  tx: ReadTx,
  among: AccountSet,
  page: { words: string; after: { name: string; id: string } | undefined; limit: number },
): Promise<(AccountRow & { name_key: string })[]> => {
  const { words, after, limit } = page;
  const key = sql<string>`lower(name) collate "C"`;
  return from(tx)
    .selectFrom("accounts")
    .select(columns)
    .select(key.as("name_key"))
    .where("id", "in", sql<AccountId>`(${among})`)
    .$if(words !== "", (query) =>
      query.where(sql<boolean>`strpos(lower(name), lower(${words})) > 0 or strpos(handle, lower(${words})) > 0`),
    )
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(${key}, id) > (${after?.name}, ${after?.id}::uuid)`))
    .orderBy(key)
    .orderBy("id")
    .limit(limit)
    .execute();
};

const selectRefs = defineStatement(
  "accounts.refs",
  "select id, handle, name, kind from accounts where id = any ($1::uuid[])",
);
export const listRefs = (tx: ReadTx, ids: readonly string[]): Promise<accounts.AccountRef[]> =>
  tx.query(selectRefs, [ids]);

const selectByHandles = defineStatement(
  "accounts.by_handles",
  "select id, handle, name, kind from accounts where handle = any ($1::text[])",
);
export const listRefsByHandles = (tx: ReadTx, handles: readonly string[]): Promise<accounts.AccountRef[]> =>
  tx.query(selectByHandles, [handles]);

const selectShownPictures = defineStatement(
  "accounts.shown_pictures",
  "select distinct avatar_picture as hash from accounts where avatar_picture = any ($1::text[])",
);
export const listShownPictures = async (tx: ReadTx, hashes: readonly string[]): Promise<string[]> =>
  (await tx.query<{ hash: string }>(selectShownPictures, [hashes])).map(({ hash }) => hash);

const selectPreferences = defineStatement(
  "accounts.preferences",
  "select id, preferences from accounts where id = any ($1::uuid[])",
);
export const listPreferenceRows = (
  tx: ReadTx,
  ids: readonly string[],
): Promise<{ id: AccountId; preferences: PreferenceChanges }[]> => tx.query(selectPreferences, [ids]);

export type Credentials = Pick<Selectable<AccountsTable>, "id" | "password_hash" | "disabled_at">;

const selectCredentials = (tx: ReadTx) =>
  from(tx).selectFrom("accounts").select(["id", "password_hash", "disabled_at"]);

export const findCredentials = (tx: ReadTx, id: string): Promise<Credentials | undefined> =>
  selectCredentials(tx)
    .where("id", "=", id as AccountId)
    .executeTakeFirst();

export const findCredentialsByEmail = (tx: ReadTx, email: string): Promise<Credentials | undefined> =>
  selectCredentials(tx).where("email", "=", email).executeTakeFirst();

export const hasOwner = async (tx: ReadTx): Promise<boolean> =>
  (await from(tx).selectFrom("accounts").select("id").where("is_owner", "=", true).executeTakeFirst()) !== undefined;

/** Until the commit, nobody else can find that there is no owner yet and become it too. */
export const lockOwnership = async (tx: WriteTx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('accounts owner', 0))`.execute(into(tx));
};

export type NewAccount = Insertable<AccountsTable>;

/** Leaves out those whose handle or address is taken. */
export const insertAccounts = (tx: WriteTx, accounts: readonly NewAccount[]): Promise<AccountRow[]> =>
  into(tx)
    .insertInto("accounts")
    .values([...accounts])
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .execute();

export type AccountChanges = Updateable<AccountsTable>;

/** Makes a new version of the account. */
export const updateAccount = (tx: WriteTx, id: string, changes: AccountChanges): Promise<AccountRow> =>
  into(tx)
    .updateTable("accounts")
    .set((eb) => ({ ...changes, version: eb("version", "+", 1) }))
    .where("id", "=", id as AccountId)
    .returning(columns)
    .executeTakeFirstOrThrow();

export const updatePasswordHash = async (tx: WriteTx, id: string, passwordHash: string): Promise<void> => {
  await into(tx)
    .updateTable("accounts")
    .set({ password_hash: passwordHash })
    .where("id", "=", id as AccountId)
    .execute();
};

export const updatePreferencesRow = async (tx: WriteTx, id: string, preferences: PreferenceChanges): Promise<void> => {
  await into(tx)
    .updateTable("accounts")
    .set({ preferences })
    .where("id", "=", id as AccountId)
    .execute();
};
