import type { AccountId, assistants, rooms, tools, workspaces } from "@althing/contract";
import type { ColumnType, Generated, Insertable, Selectable, Updateable } from "kysely";

/** Kept as JSON, which is written as text. */
type Json<Value> = ColumnType<Value, string, string>;

/** What a plain HTTP service can do; of an OpenAPI document this is all that is kept. */
export type Operation = {
  readonly name: string;
  readonly title: string | null;
  readonly description: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly parameters: Record<string, unknown>;
  /** Where each argument goes that is not in the path; the rest goes into the query of a GET, else into the body. */
  readonly places: Readonly<Record<string, "query" | "header" | "body" | "whole_body">>;
};

export type Connection =
  | { readonly kind: "mcp"; readonly url: string }
  | { readonly kind: "operator"; readonly name: string }
  | { readonly kind: "openapi" | "operations"; readonly baseUrl: string; readonly operations: readonly Operation[] };

export type SourcesTable = {
  id: tools.ToolSourceId;
  workspace_id: workspaces.WorkspaceId;
  kind: "mcp" | "http";
  slug: string;
  title: string;
  description: string;
  connection: Json<Connection>;
  auth: tools.ToolSource["auth"];
  header_name: string | null;
  /** Sealed. */
  secret: string | null;
  secret_hint: string | null;
  enabled: Generated<boolean>;
  precedence: number;
  health: Generated<tools.SourceHealth["state"]>;
  health_message: string | null;
  checked_at: Date | null;
  era: string | null;
  version: Generated<number>;
  created_by: AccountId;
  created_at: Date;
};

export type DefinitionsTable = {
  id: tools.ToolId;
  workspace_id: workspaces.WorkspaceId;
  source_id: tools.ToolSourceId;
  /** As its source calls it. */
  local_name: string;
  /** As everyone else does: `source__tool`. */
  name: string;
  wording: Json<tools.ToolWording>;
  fingerprint: string;
  approved_wording: ColumnType<tools.ToolWording | null, string | null, string | null>;
  approved_fingerprint: string | null;
  approved_by: AccountId | null;
  approved_at: Date | null;
  state: tools.Tool["state"];
};

export type PoliciesTable = {
  id: tools.ToolPolicyId;
  workspace_id: workspaces.WorkspaceId;
  room_id: rooms.RoomId | null;
  assistant_id: AccountId | null;
  pattern: string;
  decision: tools.ToolDecision;
};

/** Someone lets a tool, as it then was, run in a room without being asked again. */
export type GrantsTable = { account_id: AccountId; room_id: rooms.RoomId; name: string; fingerprint: string };

export type CallsTable = {
  id: assistants.ToolCallId;
  /** In the order in which they were proposed. */
  ordinal: Generated<number>;
  workspace_id: workspaces.WorkspaceId;
  room_id: rooms.RoomId;
  run_id: assistants.RunId | null;
  assistant_id: AccountId | null;
  asked_by: AccountId;
  model_call_id: string;
  name: string;
  title: string;
  source_title: string;
  source_id: tools.ToolSourceId | null;
  /** Of the definition that it was proposed under. */
  fingerprint: string;
  reads: boolean;
  state: assistants.ToolCallState;
  arguments: Json<unknown>;
  decision: tools.ToolDecision;
  reason: string;
  may_remember: boolean;
  sign_in: ColumnType<tools.ToolCall["signIn"], string | null, string | null>;
  result_text: string | null;
  result_bytes: number | null;
  result_truncated: Generated<boolean>;
  failure_kind: tools.ToolFailureKind | null;
  failure_message: string | null;
  created_at: Date;
  decided_at: Date | null;
  started_at: Date | null;
  ended_at: Date | null;
  version: Generated<number>;
  /** What is held for it while it runs, at which price; and what it cost in the end. */
  reservation_id: string | null;
  price_micros: number | null;
  price_version: number | null;
  micros: number | null;
};

/** With whom a workspace searches the web. */
export type WebSearchesTable = {
  workspace_id: workspaces.WorkspaceId;
  kind: tools.WebSearchKind;
  base_url: string | null;
  sealed_key: string | null;
  key_ending: string | null;
  updated_at: Date;
};

/** Versions of prices; without an amount it was taken back. */
export type PricesTable = {
  workspace_id: workspaces.WorkspaceId;
  pattern: string;
  version: number;
  micros: number | null;
  set_by: AccountId;
  set_at: Date;
};

/** Counted as calls end, by day. `what` is one of `counted` in store/counts.ts, some with a kind or a step of time after a colon. */
export type CountsTable = {
  workspace_id: workspaces.WorkspaceId;
  name: string;
  day: string;
  what: string;
  count: number;
  sum: number;
};

export type ToolTables = {
  tool_sources: SourcesTable;
  tool_definitions: DefinitionsTable;
  tool_policies: PoliciesTable;
  tool_grants: GrantsTable;
  tool_calls: CallsTable;
  tool_counts: CountsTable;
  tool_web_searches: WebSearchesTable;
  tool_prices: PricesTable;
};

export type SourceRow = Selectable<SourcesTable>;
export type SourceChanges = Omit<Updateable<SourcesTable>, "version">;
export type DefinitionRow = Selectable<DefinitionsTable>;
export type DefinitionChanges = Updateable<DefinitionsTable>;
export type PolicyRow = Selectable<PoliciesTable>;
export type WebSearchRow = Selectable<WebSearchesTable>;
export type PriceRow = Selectable<PricesTable>;
export type PriceNow = PriceRow & { micros: number };
export type CallRow = Selectable<CallsTable>;
export type NewCall = Insertable<CallsTable>;
export type CallChanges = Omit<Updateable<CallsTable>, "version">;
