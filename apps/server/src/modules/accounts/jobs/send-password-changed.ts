import { AccountId } from "@althing/contract";
import { z } from "zod";
import { onJob } from "../../../kernel/module.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { passwordChangedContent, writeLetter } from "../letters.ts";
import { findAccount } from "../store/accounts.ts";
import { post } from "./post.ts";

export const passwordChangedLetter = defineJob("accounts.send_password_changed", {
  payload: z.object({ accountId: AccountId }),
});

export const sendPasswordChanged = onJob(passwordChangedLetter, async ({ mail, publicUrl, read }, { accountId }) => {
  const account = await read((tx) => findAccount(tx, accountId));
  if (account?.email) await post(mail, writeLetter(account.email, passwordChangedContent(account.name, publicUrl)));
});
