import { feedOf, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import { Failure } from "../../../kernel/failure.ts";
import { brokenConstraint } from "../../../platform/database/index.ts";
import { loadWorkspace } from "../queries/my-workspaces.ts";
import { lockWorkspace, updateWorkspaceRow } from "../store/workspaces.ts";

export const updateWorkspace: WriteAction<typeof workspaces.updateWorkspace> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId } = call.input;
  const row = await lockWorkspace(tx, workspaceId);
  requireVersion(call, row.version);
  const { name = row.name, slug = row.slug } = call.input;
  if (name === row.name && slug === row.slug) return loadWorkspace(tx, account.id, workspaceId);
  const { version } = await updateWorkspaceRow(tx, workspaceId, { name, slug }).catch((error: unknown) => {
    throw brokenConstraint(error) === "workspaces_slug_key" ? new Failure(workspaces.WorkspaceSlugTaken) : error;
  });
  const updated = { workspaceId, name, slug, version };
  const emitted = tx.emit(workspaces.WorkspaceUpdated, feedOf.workspace(workspaceId), updated);
  return loadWorkspace(tx, account.id, workspaceId, emitted);
};
