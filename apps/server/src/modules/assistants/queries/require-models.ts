import type { AccountId, assistants, models, workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { requireModelAllowed } from "../../models/index.ts";

type Chooser = { readonly workspaceId: workspaces.WorkspaceId; readonly accountId: AccountId };
type Chosen = Pick<assistants.AssistantSettings, "model" | "fallbacks">;

export const choicesOf = ({ model, fallbacks }: Chosen): models.ModelChoice[] => (model ? [model, ...fallbacks] : []);

/** Requires that who chooses may use each of these models. */
export async function requireModels(tx: ReadTx, chooser: Chooser, chosen: Chosen): Promise<void> {
  for (const choice of choicesOf(chosen)) await requireModelAllowed(tx, { ...chooser, choice });
}
