import type { workspaces } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { RoleRow, WorkspaceTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const into = (tx: WriteTx) => tx.writer<WorkspaceTables>();

export const listRoleRows = (tx: ReadTx, workspaceId: string): Promise<RoleRow[]> =>
  tx
    .reader<WorkspaceTables>()
    .selectFrom("workspace_roles")
    .selectAll()
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .orderBy("name")
    .execute();

export const insertRole = async (tx: WriteTx, role: RoleRow): Promise<void> => {
  await into(tx).insertInto("workspace_roles").values(role).execute();
};

export const updateRoleRow = async (tx: WriteTx, role: RoleRow): Promise<void> => {
  await into(tx)
    .updateTable("workspace_roles")
    .set({ title: role.title, permissions: role.permissions })
    .where("workspace_id", "=", role.workspace_id)
    .where("name", "=", role.name)
    .execute();
};

export const deleteRoleRow = async (tx: WriteTx, workspaceId: string, name: string): Promise<void> => {
  await into(tx)
    .deleteFrom("workspace_roles")
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where("name", "=", name)
    .execute();
};
