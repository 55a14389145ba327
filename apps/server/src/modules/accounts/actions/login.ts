import { accounts } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { countAttempt } from "../attempts.ts";
import { grantWithAccount, openSession } from "../signing-in.ts";
import { type Credentials, findCredentialsByEmail, updatePasswordHash } from "../store/accounts.ts";

export const login: OutsideAction<typeof accounts.login> = async (platform, { input, request }) => {
  const { email, password } = input;
  const forgive = await countAttempt(platform, email, request.address);
  const found = await platform.read((tx) => findCredentialsByEmail(tx, email));
  const account = await requirePassword(platform, found, password);
  await forgive();
  const { isOutdated, hash } = platform.passwords;
  const renewed = isOutdated(account.password_hash ?? "") ? await hash(password) : undefined;
  const session = await platform.write(system, async (tx) => {
    if (renewed) await updatePasswordHash(tx, account.id, renewed);
    return openSession(tx, { accountId: account.id, kind: input.session }, request);
  });
  return grantWithAccount(platform, session);
};

/** Takes as long, and says the same, whether the address, the password or both are wrong. */
async function requirePassword(
  { passwords }: Platform,
  account: Credentials | undefined,
  password: string,
): Promise<Credentials> {
  if (!account?.password_hash) {
    await passwords.waste();
    return fail(accounts.CredentialsWrong);
  }
  const isRight = await passwords.verify(password, account.password_hash);
  return isRight && account.disabled_at === null ? account : fail(accounts.CredentialsWrong);
}
