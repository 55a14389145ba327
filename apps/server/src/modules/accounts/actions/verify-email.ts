import { accounts } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import { useLink } from "../store/links.ts";
import { hashToken } from "../tokens.ts";
import { announceSelf } from "./announce.ts";

export const verifyEmail: WriteAction<typeof accounts.verifyEmail> = async (tx, { input }) => {
  const link = (await useLink(tx, hashToken(input.token), "verify_email")) ?? fail(accounts.LinkExpired);
  const row = await lockAccount(tx, link.account_id);
  if (row.email !== link.email) return fail(accounts.LinkExpired);
  if (row.email_verified_at === null) {
    announceSelf(tx, await updateAccount(tx, row.id, { email_verified_at: tx.now }));
  }
  return { email: link.email };
};
