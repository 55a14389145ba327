import type { assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listProfiles } from "../../accounts/index.ts";
import { findRow, listFor, listVersions } from "../store/assistants.ts";
import { viewAssistant, viewDetail, viewVersion } from "../views.ts";
import { requireChangeable } from "./find-assistants.ts";
import { requireProfile } from "./profiles.ts";

export const listAssistants: ReadAction<typeof assistants.listAssistants> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const rows = await listFor(tx, input.workspaceId, account.id, input.archived === "true");
  const profiles = await listProfiles(
    tx,
    rows.map((row) => row.account_id),
  );
  return rows.flatMap((row) => {
    const profile = profiles.get(row.account_id);
    return profile ? viewAssistant(row, profile) : [];
  });
};

export const getAssistant: ReadAction<typeof assistants.getAssistant> = async (tx, call) => {
  const { assistantId } = call.input;
  const row = requireChangeable(call, call.input, await findRow(tx, assistantId));
  return viewDetail(row, await requireProfile(tx, assistantId));
};

export const listAssistantVersions: ReadAction<typeof assistants.listAssistantVersions> = async (tx, call) => {
  const { assistantId } = call.input;
  requireChangeable(call, call.input, await findRow(tx, assistantId));
  return (await listVersions(tx, assistantId)).map(viewVersion);
};
