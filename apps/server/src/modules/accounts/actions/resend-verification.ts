import type { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { verificationLetter } from "../jobs/send-verification.ts";

export const resendVerification: WriteAction<typeof accounts.resendVerification> = async (tx, { actor }) => {
  await tx.enqueue(verificationLetter, { accountId: requireAccount(actor).account.id });
  return null;
};
