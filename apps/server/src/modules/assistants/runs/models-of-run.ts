import type { Platform } from "../../../kernel/platform.ts";
import { type ResolvedModel, resolveModels } from "../../models/index.ts";
import { choicesOf } from "../queries/require-models.ts";
import { findRow, findVersion } from "../store/assistants.ts";
import { findChat } from "../store/conversations.ts";
import type { RunRow } from "../tables.ts";

/** The models that may answer, in order; none where the assistant answers by search. */
export async function modelsOfRun(
  platform: Platform,
  run: RunRow,
): Promise<{ wanted: boolean; models: ResolvedModel[] }> {
  const choices = await platform.read(async (tx) => {
    if (run.request.model) return [run.request.model];
    const chat = await findChat(tx, run.room_id);
    if (chat?.trial && chat.assistant_id === run.assistant_id) return choicesOf(chat.trial);
    const version = await findVersion(tx, run.assistant_id, run.settings_version);
    const settings = version?.settings ?? (await findRow(tx, run.assistant_id))?.settings;
    return settings ? choicesOf(settings) : [];
  });
  const asked = { workspaceId: run.workspace_id, accountId: run.asked_by, choices };
  return { wanted: choices.length > 0, models: choices.length === 0 ? [] : await resolveModels(platform, asked) };
}
