import { accounts } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import { findOpenLink, useLink } from "../store/links.ts";
import { hashToken } from "../tokens.ts";
import { announceSelf } from "./announce.ts";
import { setPassword } from "./set-password.ts";

export const resetPassword: OutsideAction<typeof accounts.resetPassword> = async (platform, { input }) => {
  const tokenHash = hashToken(input.token);
  // Only a good link is worth the cost of a hash.
  if (!(await platform.read((tx) => findOpenLink(tx, tokenHash, "reset_password")))) fail(accounts.LinkExpired);
  const passwordHash = await platform.passwords.hash(input.password);
  return platform.write(system, async (tx) => {
    const link = (await useLink(tx, tokenHash, "reset_password")) ?? fail(accounts.LinkExpired);
    const row = await lockAccount(tx, link.account_id);
    await setPassword(tx, row.id, passwordHash);
    // Whoever has the link reads the mail of this address.
    if (row.email === link.email && row.email_verified_at === null) {
      announceSelf(tx, await updateAccount(tx, row.id, { email_verified_at: tx.now }));
    }
    return null;
  });
};
