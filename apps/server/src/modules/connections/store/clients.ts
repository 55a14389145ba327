import type { workspaces } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ClientRow, ConnectionTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;

export const findClient = (tx: ReadTx, workspaceId: WorkspaceId, issuer: string): Promise<ClientRow | undefined> =>
  tx
    .reader<ConnectionTables>()
    .selectFrom("oauth_clients")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("issuer", "=", issuer)
    .executeTakeFirst();

export const listClientsByHand = (tx: ReadTx, workspaceId: WorkspaceId): Promise<ClientRow[]> =>
  tx
    .reader<ConnectionTables>()
    .selectFrom("oauth_clients")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("origin", "=", "hand")
    .orderBy("issuer")
    .execute();

export const upsertClient = (tx: WriteTx, row: ClientRow): Promise<ClientRow> => {
  const { client_id, secret, origin, created_at } = row;
  return tx
    .writer<ConnectionTables>()
    .insertInto("oauth_clients")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "issuer"]).doUpdateSet({ client_id, secret, origin, created_at }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
};

export const deleteClient = (tx: WriteTx, workspaceId: WorkspaceId, issuer: string): Promise<ClientRow | undefined> =>
  tx
    .writer<ConnectionTables>()
    .deleteFrom("oauth_clients")
    .where("workspace_id", "=", workspaceId)
    .where("issuer", "=", issuer)
    .returningAll()
    .executeTakeFirst();
