import type { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { expiry } from "../jobs/clear-expired.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import { viewBusy } from "../views.ts";
import { announceSelf } from "./announce.ts";

/** The presence board hears of it by the event. */
export const setBusy: WriteAction<typeof accounts.setBusy> = async (tx, { actor, input }) => {
  const row = await lockAccount(tx, requireAccount(actor).account.id);
  const endsAt = input.busy && input.until !== null ? new Date(input.until) : null;
  const isSame = row.busy === input.busy && row.busy_until?.getTime() === endsAt?.getTime();
  const changed = isSame ? row : await updateAccount(tx, row.id, { busy: input.busy, busy_until: endsAt });
  if (!isSame) announceSelf(tx, changed);
  if (!isSame && endsAt) {
    await tx.enqueue(expiry, { accountId: row.id }, { runAt: endsAt, key: `accounts.busy:${row.id}` });
  }
  const busy = viewBusy(changed, tx.now);
  return { busy: busy !== null, until: busy?.until ?? null };
};
