import type { accounts } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import type { AccountRow } from "../tables.ts";
import { viewProfile } from "../views.ts";
import { announceProfile } from "./announce.ts";

/** Gives an assistant another name or avatar, wherever it is seen. */
export async function updateAssistantAccount(
  tx: WriteTx,
  accountId: string,
  wanted: { readonly name: string; readonly avatar?: AccountRow["avatar"] | undefined },
): Promise<accounts.Profile> {
  const row = await lockAccount(tx, accountId);
  const { name, avatar = row.avatar } = wanted;
  const isSame = row.name === name && row.avatar.color === avatar.color && row.avatar.emoji === avatar.emoji;
  if (isSame) return viewProfile(row, tx.now);
  const changed = await updateAccount(tx, row.id, { name, avatar });
  await announceProfile(tx, changed);
  return viewProfile(changed, tx.now);
}
