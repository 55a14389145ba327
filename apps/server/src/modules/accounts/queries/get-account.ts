import { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { arrivals } from "../arrivals.ts";
import { findAccount } from "../store/accounts.ts";
import { viewProfile } from "../views.ts";

export const getAccount: ReadAction<typeof accounts.getAccount> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const row = await findAccount(tx, input.accountId);
  const isVisible =
    row !== undefined && (row.id === account.id || (await arrivals.current.shareWorkspace(tx, account.id, row.id)));
  return isVisible ? viewProfile(row, tx.now) : fail(accounts.AccountNotFound);
};
