import { type AccountId, assistants, type workspaces } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { createAssistantAccount } from "../../accounts/index.ts";
import { admitAssistant } from "../../workspaces/index.ts";
import { isOpen } from "../policy.ts";
import { insertAssistant, insertVersion } from "../store/assistants.ts";
import type { AssistantRow } from "../tables.ts";
import { announceAssistant } from "./announce.ts";

export type NewAssistant = {
  readonly workspaceId: workspaces.WorkspaceId;
  readonly settings: assistants.AssistantSettings;
  readonly handle?: string | undefined;
  readonly ownerId: AccountId | null;
  readonly builtIn: boolean;
  readonly by: AccountId | null;
};

/** Makes the account with its first version. Everyone's is a member of the workspace; somebody's own is not. */
export async function addAssistant(tx: WriteTx, added: NewAssistant): Promise<AssistantRow> {
  const { workspaceId, settings, handle, ownerId, builtIn, by } = added;
  const { id } = await createAssistantAccount(tx, { name: settings.name, handle, avatar: settings.avatar });
  const row = await insertAssistant(tx, {
    account_id: id,
    workspace_id: workspaceId,
    owner_id: ownerId,
    built_in: builtIn,
    settings,
    created_at: tx.now,
    updated_at: tx.now,
    archived_at: null,
  });
  await keepVersion(tx, row, by, "");
  if (isOpen(row)) await admitAssistant(tx, { workspaceId, accountId: id });
  await announceAssistant(tx, row);
  return row;
}

export async function keepVersion(tx: WriteTx, row: AssistantRow, by: AccountId | null, note: string): Promise<void> {
  const { account_id, version, settings } = row;
  const kept = { account_id, version, settings, at: tx.now, by_account_id: by, note };
  await insertVersion(tx, kept, assistants.assistantLimits.versionsKept);
}
