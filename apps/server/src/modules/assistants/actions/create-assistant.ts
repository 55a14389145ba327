import { assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireProfile } from "../queries/profiles.ts";
import { requireModels } from "../queries/require-models.ts";
import { viewDetail } from "../views.ts";
import { addAssistant } from "./add-assistant.ts";

export const createAssistant: WriteAction<typeof assistants.createAssistant> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const { workspaceId, handle, ...given } = input;
  const settings = assistants.AssistantSettings.parse(given);
  await requireModels(tx, { workspaceId, accountId: account.id }, settings);
  const row = await addAssistant(tx, {
    workspaceId,
    settings,
    handle,
    ownerId: account.id,
    builtIn: false,
    by: account.id,
  });
  return viewDetail(row, await requireProfile(tx, row.account_id));
};
