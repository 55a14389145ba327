import type { AccountId, connections, tools, workspaces } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ConnectionRow, ConnectionTables } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<ConnectionTables>();
const into = (tx: WriteTx) => tx.writer<ConnectionTables>();

export const listConnectionRows = (
  tx: ReadTx,
  accountId: AccountId,
  workspaceId: workspaces.WorkspaceId,
): Promise<ConnectionRow[]> =>
  from(tx)
    .selectFrom("tool_connections")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("workspace_id", "=", workspaceId)
    .orderBy("id")
    .execute();

export const findConnectionAt = (
  tx: ReadTx,
  accountId: AccountId,
  sourceId: tools.ToolSourceId,
): Promise<ConnectionRow | undefined> =>
  from(tx)
    .selectFrom("tool_connections")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("source_id", "=", sourceId)
    .executeTakeFirst();

type NewConnection = Omit<ConnectionRow, "service" | "scopes" | "renewing_until" | "version"> &
  Pick<ConnectionRow, "service" | "scopes">;

/** Signing in again takes the place of what was; its version goes on, and nobody who renews the old tokens wins. */
export const upsertConnection = (tx: WriteTx, { service, scopes, ...row }: NewConnection): Promise<ConnectionRow> => {
  const values = { ...row, service: JSON.stringify(service), scopes: JSON.stringify(scopes) };
  const { id: _, account_id: __, source_id: ___, created_at: ____, ...changes } = values;
  return into(tx)
    .insertInto("tool_connections")
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(["account_id", "source_id"]).doUpdateSet((where) => ({
        ...changes,
        renewing_until: null,
        version: where("tool_connections.version", "+", 1),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
};

/** Takes on the renewal of just these tokens; undefined where another server does, or they are others by now. */
export const claimRenewal = (
  tx: WriteTx,
  { id, version }: Pick<ConnectionRow, "id" | "version">,
  until: Date,
): Promise<ConnectionRow | undefined> =>
  into(tx)
    .updateTable("tool_connections")
    .set({ renewing_until: until })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("state", "=", "active")
    .where((where) => where.or([where("renewing_until", "is", null), where("renewing_until", "<", tx.now)]))
    .returningAll()
    .executeTakeFirst();

type Renewed = Partial<Pick<ConnectionRow, "tokens" | "state" | "expires_at" | "refreshed_at">> & { scopes?: string[] };

/** Writes what came of the tokens of a version; undefined where they are others by now. */
export const updateConnection = (
  tx: WriteTx,
  { id, version }: Pick<ConnectionRow, "id" | "version">,
  { scopes, ...changes }: Renewed,
): Promise<ConnectionRow | undefined> =>
  into(tx)
    .updateTable("tool_connections")
    .set((where) => ({
      ...changes,
      ...(scopes && { scopes: JSON.stringify(scopes) }),
      renewing_until: null,
      version: where("version", "+", 1),
    }))
    .where("id", "=", id)
    .where("version", "=", version)
    .returningAll()
    .executeTakeFirst();

export const deleteConnection = (
  tx: WriteTx,
  { id, accountId }: { id: connections.ConnectionId; accountId: AccountId },
): Promise<ConnectionRow | undefined> =>
  into(tx)
    .deleteFrom("tool_connections")
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .returningAll()
    .executeTakeFirst();

export const deleteConnectionsAt = (tx: WriteTx, sourceIds: readonly string[]): Promise<ConnectionRow[]> =>
  into(tx)
    .deleteFrom("tool_connections")
    .where("source_id", "in", sourceIds as tools.ToolSourceId[])
    .returningAll()
    .execute();

export const deleteConnectionsOf = (
  tx: WriteTx,
  accountId: AccountId,
  workspaceId: workspaces.WorkspaceId,
): Promise<ConnectionRow[]> =>
  into(tx)
    .deleteFrom("tool_connections")
    .where("account_id", "=", accountId)
    .where("workspace_id", "=", workspaceId)
    .returningAll()
    .execute();
