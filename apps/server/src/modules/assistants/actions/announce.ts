import { assistants, feedOf } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { requireProfile } from "../queries/profiles.ts";
import type { AssistantRow } from "../tables.ts";
import { viewAssistant } from "../views.ts";

/** Tells the workspace, or of somebody's own assistant them alone. */
export async function announceAssistant(tx: WriteTx, row: AssistantRow): Promise<void> {
  const isOwn = row.settings.visibility === "private" && row.owner_id !== null;
  const feed = isOwn && row.owner_id ? feedOf.account(row.owner_id) : feedOf.workspace(row.workspace_id);
  const assistant = viewAssistant(row, await requireProfile(tx, row.account_id));
  tx.emit(assistants.AssistantChanged, feed, { assistant });
}

/** It was everyone's and is somebody's own now. */
export function announceHidden(tx: WriteTx, row: AssistantRow): void {
  tx.emit(assistants.AssistantHidden, feedOf.workspace(row.workspace_id), { assistantId: row.account_id });
}
