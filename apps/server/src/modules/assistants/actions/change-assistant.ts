import type { AccountId, assistants } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { updateAssistantAccount } from "../../accounts/index.ts";
import { admitAssistant, dismissAssistant } from "../../workspaces/index.ts";
import { isOpen } from "../policy.ts";
import { requireModels } from "../queries/require-models.ts";
import { updateAssistantRow } from "../store/assistants.ts";
import type { AssistantRow } from "../tables.ts";
import { keepVersion } from "./add-assistant.ts";
import { announceAssistant, announceHidden } from "./announce.ts";

type Change = { readonly settings: assistants.AssistantSettings; readonly by: AccountId; readonly note: string };

/** Makes a new version of a locked assistant. Who is everyone's comes into the workspace; who is somebody's own leaves it. */
export async function changeAssistant(tx: WriteTx, before: AssistantRow, change: Change): Promise<AssistantRow> {
  const { settings, by, note } = change;
  const member = { workspaceId: before.workspace_id, accountId: before.account_id };
  await requireModels(tx, { ...member, accountId: by }, settings);
  // Somebody's own belongs to whoever made it so, where nobody owned it.
  const after = await updateAssistantRow(tx, before.account_id, {
    settings,
    version: before.version + 1,
    owner_id: before.owner_id ?? by,
  });
  await keepVersion(tx, after, by, note);
  if (isOpen(after) && !isOpen(before)) await admitAssistant(tx, member);
  await updateAssistantAccount(tx, before.account_id, settings);
  if (isOpen(before) && !isOpen(after)) {
    await dismissAssistant(tx, member);
    announceHidden(tx, after);
  }
  await announceAssistant(tx, after);
  return after;
}
