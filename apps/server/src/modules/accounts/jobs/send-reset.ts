import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { resetContent, writeLetter } from "../letters.ts";
import { findAccountByEmail } from "../store/accounts.ts";
import { makeLink } from "./make-link.ts";
import { post } from "./post.ts";

export const resetLetter = defineJob("accounts.send_reset", { payload: z.object({ email: z.string() }) });

export const sendReset = onJob(resetLetter, async ({ mail, publicUrl, write }, { email }) => {
  const letter = await write(system, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account || account.disabled_at !== null) return undefined;
    const token = await makeLink(tx, account, email, "reset_password");
    return writeLetter(email, resetContent(account.name, publicUrl, token));
  });
  if (letter) await post(mail, letter);
});
