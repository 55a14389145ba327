// New rows of people and of imported names, under handles that are free.
import { type AccountId, accounts } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { isReservedHandle, nearestHandles } from "../names.ts";
import { findAccountByEmail, insertAccounts, listRefsByHandles, type NewAccount } from "../store/accounts.ts";
import type { AccountRow } from "../tables.ts";
import { avatarFor, viewProfile } from "../views.ts";

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly handle?: string | undefined;
  readonly passwordHash: string;
  readonly isOwner: boolean;
};

export async function createPerson(tx: WriteTx, person: NewPerson): Promise<AccountRow> {
  const { name, email, handle, passwordHash, isOwner } = person;
  if (handle !== undefined && isReservedHandle(handle)) fail(accounts.HandleTaken);
  if (await findAccountByEmail(tx, email)) fail(accounts.EmailTaken);
  const account = { ...newAccount(tx, "person", name), email, password_hash: passwordHash, is_owner: isOwner };
  const [row] = await insertUnderFreeHandles(tx, [
    { account, handles: handle === undefined ? nearestHandles(name, email) : [handle] },
  ]);
  if (row) return row;
  // Someone may have taken the address between the look and the write.
  return fail((await findAccountByEmail(tx, email)) ? accounts.EmailTaken : accounts.HandleTaken);
}

/** Accounts that speak in imported history and cannot sign in, one for each name, in their order. */
export async function createImportedAccounts(tx: WriteTx, names: readonly string[]): Promise<accounts.AccountRef[]> {
  const drafts = names.map((name) => ({
    account: newAccount(tx, "imported", name),
    handles: nearestHandles(name, null),
  }));
  const rows = new Map((await insertUnderFreeHandles(tx, drafts)).map((row) => [row.id, row]));
  return drafts.map(({ account }) => rows.get(account.id) ?? fail(accounts.HandleTaken));
}

export type NewAssistant = {
  readonly name: string;
  /** Exactly this one, or else the nearest that is free. */
  readonly handle?: string | undefined;
  readonly avatar?: AvatarChoice | undefined;
};
type AvatarChoice = AccountRow["avatar"];

/** The account of an assistant: nobody can sign in as it. */
export async function createAssistantAccount(tx: WriteTx, wanted: NewAssistant): Promise<accounts.Profile> {
  const { name, handle, avatar } = wanted;
  if (handle !== undefined && isReservedHandle(handle)) fail(accounts.HandleTaken);
  const blank = newAccount(tx, "assistant", name);
  const handles = handle === undefined ? nearestHandles(name, null) : [handle];
  const [row] = await insertUnderFreeHandles(tx, [{ account: { ...blank, avatar: avatar ?? blank.avatar }, handles }]);
  return row ? viewProfile(row, tx.now) : fail(accounts.HandleTaken);
}

const newAccount = (tx: WriteTx, kind: AccountRow["kind"], name: string) => {
  const id = tx.newId() as AccountId;
  return { id, kind, name, avatar: avatarFor(id), created_at: tx.now };
};

type Draft = { readonly account: Omit<NewAccount, "handle">; readonly handles: readonly string[] };
const mostTries = 4;

/** Gives each account the first of its handles that is free; another transaction may take it meanwhile. */
async function insertUnderFreeHandles(tx: WriteTx, drafts: readonly Draft[], tried = 1): Promise<AccountRow[]> {
  const asked = drafts.flatMap(({ handles }) => handles);
  const taken = new Set((await listRefsByHandles(tx, asked)).map(({ handle }) => handle));
  const chosen = drafts.flatMap(({ account, handles }) => {
    // Many who want the same at once would meet again at each next one: at last chance decides.
    const liked = tried === mostTries ? handles.toReversed() : handles;
    const handle = liked.find((one) => !taken.has(one));
    if (handle === undefined) return [];
    taken.add(handle);
    return [{ ...account, handle }];
  });
  if (chosen.length === 0) return [];
  const inserted = await insertAccounts(tx, chosen);
  const done = new Set<string>(inserted.map(({ id }) => id));
  const left = drafts.filter(({ account }) => !done.has(account.id));
  if (left.length === 0 || tried === mostTries) return inserted;
  return [...inserted, ...(await insertUnderFreeHandles(tx, left, tried + 1))];
}
