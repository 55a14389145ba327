import type { WriteTx } from "../../../kernel/tx.ts";
import { linkSeconds } from "../policy.ts";
import { insertLink } from "../store/links.ts";
import type { AccountRow, LinkPurpose } from "../tables.ts";
import { hashToken, newToken } from "../tokens.ts";

/** Gives the token of a new link. Made by the job that sends it, so that it lies nowhere but in the letter. */
export async function makeLink(tx: WriteTx, account: AccountRow, email: string, purpose: LinkPurpose): Promise<string> {
  const token = newToken();
  await insertLink(tx, {
    token_hash: hashToken(token),
    account_id: account.id,
    purpose,
    email,
    created_at: tx.now,
    expires_at: new Date(tx.now.getTime() + linkSeconds[purpose] * 1_000),
    used_at: null,
  });
  return token;
}
