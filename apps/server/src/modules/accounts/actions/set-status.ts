import type { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { expiry } from "../jobs/clear-expired.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import { viewStatus } from "../views.ts";
import { announceProfile } from "./announce.ts";

export const setStatus: WriteAction<typeof accounts.setStatus> = async (tx, { actor, input }) => {
  const row = await lockAccount(tx, requireAccount(actor).account.id);
  const { emoji, text, expiresAt } = input;
  const isSet = emoji !== null || text !== "";
  const endsAt = isSet && expiresAt !== null ? new Date(expiresAt) : null;
  const isSame =
    row.status_emoji === emoji && row.status_text === text && row.status_expires_at?.getTime() === endsAt?.getTime();
  if (isSame) return viewStatus(row, tx.now);
  const status = { status_emoji: emoji, status_text: text, status_expires_at: endsAt };
  const changed = await updateAccount(tx, row.id, status);
  await announceProfile(tx, changed);
  if (endsAt) await tx.enqueue(expiry, { accountId: row.id }, { runAt: endsAt, key: `accounts.status:${row.id}` });
  return viewStatus(changed, tx.now);
};
