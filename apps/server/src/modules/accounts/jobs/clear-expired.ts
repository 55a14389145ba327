import { AccountId } from "@althing/contract";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { announceProfile, announceSelf } from "../actions/announce.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";

export const expiry = defineJob("accounts.clear_expired", { payload: z.object({ accountId: AccountId }) });

/** Ends the status and the do-not-disturb whose time is over, and tells of it. */
export const clearExpired = onJob(expiry, ({ write }, { accountId }) =>
  write(system, async (tx) => {
    const row = await lockAccount(tx, accountId);
    if (row.status_expires_at !== null && row.status_expires_at <= tx.now) {
      const none = { status_emoji: null, status_text: "", status_expires_at: null };
      await announceProfile(tx, await updateAccount(tx, accountId, none));
    }
    if (row.busy_until !== null && row.busy_until <= tx.now) {
      announceSelf(tx, await updateAccount(tx, accountId, { busy: false, busy_until: null }));
    }
  }),
);
