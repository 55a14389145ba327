import type { AccountId, connections, tools, workspaces } from "@althing/contract";
import type { ColumnType, Generated, Selectable } from "kysely";

/** Kept as JSON, which is written as text. */
type Json<Value> = ColumnType<Value, string, string>;

/** What of a service's own description is needed after the sign-in. */
export type Service = {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  readonly authMethods: readonly string[] | null;
  readonly issParameter: boolean;
};

export type Tokens = { readonly access: string; readonly refresh: string | null };

export type ConnectionsTable = {
  id: connections.ConnectionId;
  workspace_id: workspaces.WorkspaceId;
  account_id: AccountId;
  source_id: tools.ToolSourceId;
  issuer: string;
  resource: string;
  service: Json<Service>;
  client_id: string;
  scopes: Json<string[]>;
  /** Sealed: `Tokens` as JSON. */
  tokens: string;
  state: connections.Connection["state"];
  expires_at: Date | null;
  /** Until when one server renews the tokens and the others wait. */
  renewing_until: Date | null;
  version: Generated<number>;
  created_at: Date;
  refreshed_at: Date;
};

export type FlowsTable = {
  /** What comes back as `state`, hashed. */
  state_hash: string;
  workspace_id: workspaces.WorkspaceId;
  account_id: AccountId;
  source_id: tools.ToolSourceId;
  resource: string;
  service: Json<Service>;
  client_id: string;
  scopes: Json<string[]>;
  /** Sealed. */
  verifier: string;
  expires_at: Date;
  used_at: Date | null;
};

export type ClientsTable = {
  workspace_id: workspaces.WorkspaceId;
  issuer: string;
  client_id: string;
  /** Sealed. */
  secret: string | null;
  /** By an admin, or by the service's own registration. */
  origin: "hand" | "registered";
  created_at: Date;
};

export type ConnectionTables = {
  tool_connections: ConnectionsTable;
  tool_sign_ins: FlowsTable;
  oauth_clients: ClientsTable;
};
export type ConnectionRow = Selectable<ConnectionsTable>;
export type FlowRow = Selectable<FlowsTable>;
export type ClientRow = Selectable<ClientsTable>;
