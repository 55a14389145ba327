import type { accounts } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import type { Wishes } from "../../accounts/index.ts";
import { enterByInvitation, openWorkspace } from "./admit.ts";

/** Brings a new account where it was invited to and makes the workspace it asked for, which it then sees first. */
export async function settle(
  tx: WriteTx,
  { id }: accounts.AccountRef,
  { workspaceName, invitation }: Wishes,
): Promise<string | null> {
  const entered = invitation === undefined ? undefined : await enterByInvitation(tx, id, invitation);
  const opened = workspaceName === undefined ? undefined : await openWorkspace(tx, id, { name: workspaceName });
  return (opened ?? entered)?.workspace.id ?? null;
}
