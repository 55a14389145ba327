import { AccountId } from "@althing/contract";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { verificationContent, writeLetter } from "../letters.ts";
import { findAccount } from "../store/accounts.ts";
import { makeLink } from "./make-link.ts";
import { post } from "./post.ts";

export const verificationLetter = defineJob("accounts.send_verification", {
  payload: z.object({ accountId: AccountId }),
});

export const sendVerification = onJob(verificationLetter, async ({ mail, publicUrl, write }, { accountId }) => {
  const letter = await write(system, async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account?.email || account.email_verified_at !== null) return undefined;
    const token = await makeLink(tx, account, account.email, "verify_email");
    return writeLetter(account.email, verificationContent(account.name, publicUrl, token));
  });
  if (letter) await post(mail, letter);
});
