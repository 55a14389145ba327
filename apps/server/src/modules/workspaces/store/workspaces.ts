import type { AccountId, workspaces } from "@althing/contract";
import { type Insertable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { SeenWorkspaceRow, WorkspaceRow, WorkspacesTable, WorkspaceTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<WorkspaceTables>();
const into = (tx: WriteTx) => tx.writer<WorkspaceTables>();

/** The workspaces that an account is a member of, the oldest membership first; only one where told. */
export const listSeenBy = (tx: ReadTx, accountId: string, only?: string): Promise<SeenWorkspaceRow[]> =>
  from(tx)
    .selectFrom("workspace_members as m")
    .innerJoin("workspaces as w", "w.id", "m.workspace_id")
    .selectAll("w")
    .select("m.roles")
    .select((eb) => [
      eb
        .selectFrom("workspace_members as all")
        .whereRef("all.workspace_id", "=", "w.id")
        .select(sql<number>`count(*)::int`.as("n"))
        .$asScalar()
        .$notNull()
        .as("member_count"),
      sql<string[]>`array(
        select unnest(r.permissions) from workspace_roles r where r.workspace_id = w.id and r.name = any (m.roles)
      )`.as("custom_permissions"),
    ])
    .where("m.account_id", "=", accountId as AccountId)
    .$if(only !== undefined, (query) => query.where("w.id", "=", only as WorkspaceId))
    .orderBy("m.joined_at")
    .orderBy("w.id")
    .execute();

export const findWorkspace = (tx: ReadTx, id: string): Promise<WorkspaceRow | undefined> =>
  from(tx)
    .selectFrom("workspaces")
    .selectAll()
    .where("id", "=", id as WorkspaceId)
    .executeTakeFirst();

export const listWorkspaceIds = async (tx: ReadTx): Promise<WorkspaceId[]> =>
  (await from(tx).selectFrom("workspaces").select("id").orderBy("id").execute()).map(({ id }) => id);

/** Who changes the workspace, its roles or who holds them does so one after another. */
export const lockWorkspace = (tx: WriteTx, id: string): Promise<WorkspaceRow> =>
  into(tx)
    .selectFrom("workspaces")
    .selectAll()
    .where("id", "=", id as WorkspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** Gives nothing where the slug is taken. */
export const insertWorkspace = (
  tx: WriteTx,
  workspace: Insertable<WorkspacesTable>,
): Promise<WorkspaceRow | undefined> =>
  into(tx)
    .insertInto("workspaces")
    .values(workspace)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();

export const updateWorkspaceRow = (
  tx: WriteTx,
  id: string,
  changes: Updateable<WorkspacesTable>,
): Promise<WorkspaceRow> =>
  into(tx)
    .updateTable("workspaces")
    .set((eb) => ({ ...changes, version: eb("version", "+", 1) }))
    .where("id", "=", id as WorkspaceId)
    .returningAll()
    .executeTakeFirstOrThrow();
