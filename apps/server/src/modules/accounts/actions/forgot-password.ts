import type { accounts } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { resetLetter } from "../jobs/send-reset.ts";

/** Whether there is such an account is found out later, so that the answer cannot tell, by its time neither. */
export const forgotPassword: WriteAction<typeof accounts.forgotPassword> = async (tx, { input }) => {
  await tx.enqueue(resetLetter, { email: input.email });
  return null;
};
