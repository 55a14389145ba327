import type { AccountId, PermissionDef } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listMemberIdsByRole } from "../store/members.ts";
import { loadRoles } from "./roles.ts";

/** Everyone in the workspace whose roles hold a permission. */
export async function listHolders(tx: ReadTx, workspaceId: string, { name }: PermissionDef): Promise<AccountId[]> {
  const roles = [...(await loadRoles(tx, workspaceId)).values()].filter(({ permissions }) =>
    permissions.includes(name),
  );
  return listMemberIdsByRole(
    tx,
    workspaceId,
    roles.map((role) => role.name),
  );
}
