// What the operator's commands do with accounts, outside of any request.
import { system } from "../../kernel/actor.ts";
import type { Platform } from "../../kernel/platform.ts";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";
import { createPerson, type NewPerson } from "./actions/create-accounts.ts";
import { openSession } from "./signing-in.ts";
import { findAccountByEmail, hasOwner, listAllAccounts, lockOwnership } from "./store/accounts.ts";
import type { AccountRow } from "./tables.ts";
import { signAccessToken } from "./tokens.ts";

export type ListedAccount = Pick<AccountRow, "id" | "kind" | "handle" | "name" | "email"> & {
  readonly isOwner: boolean;
  readonly isDisabled: boolean;
  readonly createdAt: Date;
};

const listed = (row: AccountRow): ListedAccount => ({
  id: row.id,
  kind: row.kind,
  handle: row.handle,
  name: row.name,
  email: row.email,
  isOwner: row.is_owner,
  isDisabled: row.disabled_at !== null,
  createdAt: row.created_at,
});

/** Every account there is, the oldest first. */
export const listAccounts = async (tx: ReadTx): Promise<ListedAccount[]> => (await listAllAccounts(tx)).map(listed);

export async function findAccountByAddress(tx: ReadTx, email: string): Promise<ListedAccount | undefined> {
  const row = await findAccountByEmail(tx, email.trim().toLowerCase());
  return row && listed(row);
}

/** Makes a person's account, whatever the rules for signing up; the first of an installation owns it. */
export async function createAccount(tx: WriteTx, person: Omit<NewPerson, "isOwner">): Promise<ListedAccount> {
  await lockOwnership(tx);
  return listed(await createPerson(tx, { ...person, isOwner: !(await hasOwner(tx)) }));
}

/** An access token for an account, in a session of its own. */
export async function issueAccess(platform: Platform, accountId: string): Promise<string> {
  const session = await platform.write(system, (tx) =>
    openSession(
      tx,
      { accountId: accountId as AccountRow["id"], kind: "token" },
      { userAgent: "operator", address: "local" },
    ),
  );
  return signAccessToken(platform.secrets, session, platform.clock());
}
