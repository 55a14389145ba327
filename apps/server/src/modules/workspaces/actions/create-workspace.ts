import type { workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { loadWorkspace } from "../queries/my-workspaces.ts";
import { openWorkspace } from "./admit.ts";

export const createWorkspace: WriteAction<typeof workspaces.createWorkspace> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const { workspace, joined } = await openWorkspace(tx, account.id, input);
  return loadWorkspace(tx, account.id, workspace.id, joined);
};
