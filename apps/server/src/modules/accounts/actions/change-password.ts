import { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { countAttempt } from "../attempts.ts";
import { findCredentials } from "../store/accounts.ts";
import { setPassword } from "./set-password.ts";

export const changePassword: OutsideAction<typeof accounts.changePassword> = async (platform, call) => {
  const { actor, input, request } = call;
  const { account, sessionId } = requireAccount(actor);
  const forgive = await countAttempt(platform, account.id, request.address);
  const credentials = await platform.read((tx) => findCredentials(tx, account.id));
  if (!(await platform.passwords.verify(input.currentPassword, credentials?.password_hash ?? ""))) {
    fail(accounts.PasswordWrong);
  }
  await forgive();
  const passwordHash = await platform.passwords.hash(input.password);
  await platform.write(actor, (tx) => setPassword(tx, account.id, passwordHash, sessionId));
  return null;
};
