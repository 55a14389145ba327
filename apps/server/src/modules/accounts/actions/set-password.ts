import type { WriteTx } from "../../../kernel/tx.ts";
import { passwordChangedLetter } from "../jobs/send-password-changed.ts";
import { updatePasswordHash } from "../store/accounts.ts";
import { deleteLinksOf } from "../store/links.ts";
import { endSessions } from "./announce.ts";

/** Whoever knew the old password, or asked for a link, is out; the account's owner hears of it by mail. */
export async function setPassword(
  tx: WriteTx,
  accountId: string,
  passwordHash: string,
  keptSessionId?: string,
): Promise<void> {
  await updatePasswordHash(tx, accountId, passwordHash);
  await deleteLinksOf(tx, accountId, "reset_password");
  await endSessions(tx, accountId, "password_changed", keptSessionId === undefined ? {} : { except: keptSessionId });
  await tx.enqueue(passwordChangedLetter, { accountId });
}
