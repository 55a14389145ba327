import { type accounts, assistants } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listProfiles } from "../../accounts/index.ts";

export async function requireProfile(tx: ReadTx, accountId: string): Promise<accounts.Profile> {
  return (await listProfiles(tx, [accountId])).get(accountId) ?? fail(assistants.AssistantNotFound);
}
