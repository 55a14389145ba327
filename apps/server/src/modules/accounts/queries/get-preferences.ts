import { type accounts, errors } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { preferencesOf } from "../preferences.ts";
import { listPreferenceRows } from "../store/accounts.ts";

export const getPreferences: ReadAction<typeof accounts.getPreferences> = async (tx, { actor }) => {
  const [row] = await listPreferenceRows(tx, [requireAccount(actor).account.id]);
  return row ? preferencesOf(row.preferences) : fail(errors.Unauthenticated);
};
