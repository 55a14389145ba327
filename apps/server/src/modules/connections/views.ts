import type { connections } from "@althing/contract";
import type { ConnectionRow } from "./tables.ts";

export const viewConnection = (row: ConnectionRow): connections.Connection => ({
  id: row.id,
  workspaceId: row.workspace_id,
  accountId: row.account_id,
  sourceId: row.source_id,
  issuer: row.issuer,
  host: URL.parse(row.issuer)?.host ?? row.issuer,
  scopes: row.scopes,
  state: row.state,
  createdAt: row.created_at.toISOString(),
  refreshedAt: row.refreshed_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  version: row.version,
});
