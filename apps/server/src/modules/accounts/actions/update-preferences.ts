import { isDeepStrictEqual } from "node:util";
import { accounts, feedOf } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { mergeChanges, preferencesOf } from "../preferences.ts";
import { listPreferenceRows, lockAccount, updatePreferencesRow } from "../store/accounts.ts";

export const updatePreferences: WriteAction<typeof accounts.updatePreferences> = async (tx, { actor, input }) => {
  const { id } = await lockAccount(tx, requireAccount(actor).account.id);
  const earlier = (await listPreferenceRows(tx, [id]))[0]?.preferences ?? {};
  const merged = mergeChanges(earlier, input);
  const preferences = preferencesOf(merged);
  if (isDeepStrictEqual(preferences, preferencesOf(earlier))) return preferences;
  await updatePreferencesRow(tx, id, merged);
  tx.emit(accounts.PreferencesChanged, feedOf.account(id), { preferences });
  return preferences;
};
