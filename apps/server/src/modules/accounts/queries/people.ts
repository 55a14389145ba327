// Accounts as other modules ask for them, many at once.
import type { AccountId, accounts } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { preferencesMemo, refsMemo } from "../memory.ts";
import { preferencesOf } from "../preferences.ts";
import {
  type AccountSet,
  listAccountRows,
  listByName,
  listPreferenceRows,
  listRefs,
  listRefsByHandles,
} from "../store/accounts.ts";
import { viewProfile } from "../views.ts";

export const listAccountRefs = (tx: ReadTx, ids: readonly string[]): Promise<Map<string, accounts.AccountRef>> =>
  tx.memo(refsMemo, ids, async (missing) => new Map((await listRefs(tx, missing)).map((ref) => [ref.id, ref])));

export async function listProfiles(tx: ReadTx, ids: readonly string[]): Promise<Map<string, accounts.Profile>> {
  if (ids.length === 0) return new Map();
  return new Map((await listAccountRows(tx, ids)).map((row) => [row.id, viewProfile(row, tx.now)]));
}

/** In no order; handles that are nobody's are left out. */
export async function findAccountsByHandles(tx: ReadTx, handles: readonly string[]): Promise<accounts.AccountRef[]> {
  return handles.length === 0 ? [] : listRefsByHandles(tx, handles);
}

export const listPreferences = (tx: ReadTx, ids: readonly string[]): Promise<Map<string, accounts.Preferences>> =>
  tx.memo(preferencesMemo, ids, async (missing) => {
    const rows = await listPreferenceRows(tx, missing);
    return new Map(rows.map((row) => [row.id as string, preferencesOf(row.preferences)]));
  });

/** Those of the accounts that may be told something now: neither disabled nor busy. */
export async function listReachable(tx: ReadTx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const isBusy = ({ busy, busy_until }: { busy: boolean; busy_until: Date | null }) =>
    busy && (busy_until === null || busy_until > tx.now);
  const rows = await listAccountRows(tx, ids);
  return new Set(rows.filter((row) => row.disabled_at === null && !isBusy(row)).map(({ id }) => id));
}

export type NamePage = {
  /** Part of a name or handle; empty for everyone. */
  words: string;
  after: { name: string; id: string } | undefined;
  limit: number;
};

/** A page of people by name; which people is an expression, so that the database puts them in order however many. */
export async function listProfilesByName(
  tx: ReadTx,
  among: AccountSet,
  { words, after, limit }: NamePage,
): Promise<{ profiles: accounts.Profile[]; next: { name: string; id: AccountId } | undefined }> {
  const rows = await listByName(tx, among, { words, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    profiles: page.map((row) => viewProfile(row, tx.now)),
    next: last && { name: last.name_key, id: last.id },
  };
}
