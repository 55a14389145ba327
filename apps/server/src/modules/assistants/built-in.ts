/** The assistant that each workspace comes with: it needs no model, answers by quoting, and says so. */
import { assistants, type workspaces } from "@althing/contract";
import { system } from "../../kernel/actor.ts";
import type { Platform } from "../../kernel/platform.ts";
import type { WriteTx } from "../../kernel/tx.ts";
import { listWorkspaceIds } from "../workspaces/index.ts";
import { addAssistant } from "./actions/add-assistant.ts";
import { searchLabel } from "./built-in-label.ts";
import { listWithoutBuiltIn } from "./store/assistants.ts";

const settings = assistants.AssistantSettings.parse({
  name: "Althing",
  description: `${searchLabel}. Quotes what was said in the rooms that you may read, word for word, with links.`,
  starters: ["What was decided lately?", "Where do I find the guidelines?"],
});

export async function makeBuiltIn(tx: WriteTx, workspaceId: workspaces.WorkspaceId): Promise<void> {
  await addAssistant(tx, { workspaceId, settings, ownerId: null, builtIn: true, by: null });
}

/** Workspaces that are older than assistants get theirs. */
export async function prepareBuiltIns(platform: Platform): Promise<void> {
  const missing = await platform.read(async (tx) => listWithoutBuiltIn(tx, await listWorkspaceIds(tx)));
  for (const workspaceId of missing as workspaces.WorkspaceId[]) {
    await platform.write(system, (tx) => makeBuiltIn(tx, workspaceId));
  }
}
