import type { AccountId, assistants, workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { dismissAssistant } from "../../workspaces/index.ts";
import { isOpen } from "../policy.ts";
import { lockChangeable } from "../queries/find-assistants.ts";
import { requireProfile } from "../queries/profiles.ts";
import { lockRow, updateAssistantRow } from "../store/assistants.ts";
import type { AssistantRow } from "../tables.ts";
import { viewAssistant } from "../views.ts";
import { announceAssistant } from "./announce.ts";

export const archiveAssistant: WriteAction<typeof assistants.archiveAssistant> = async (tx, call) => {
  const before = await lockChangeable(tx, call, call.input);
  const { workspace_id: workspaceId, account_id: accountId } = before;
  const row = await archive(tx, before);
  if (isOpen(before)) await dismissAssistant(tx, { workspaceId, accountId });
  return viewAssistant(row, await requireProfile(tx, row.account_id));
};

async function archive(tx: WriteTx, { account_id }: AssistantRow): Promise<AssistantRow> {
  const row = await updateAssistantRow(tx, account_id, { archived_at: tx.now });
  await announceAssistant(tx, row);
  return row;
}

/** Who takes an assistant out of the workspace, as any member, archives it. One that became somebody's own left by itself. */
export async function archiveOnDeparture(
  tx: WriteTx,
  { accountId }: { workspaceId: workspaces.WorkspaceId; accountId: AccountId },
): Promise<void> {
  const row = await lockRow(tx, accountId);
  if (row && isOpen(row)) await archive(tx, row);
}
