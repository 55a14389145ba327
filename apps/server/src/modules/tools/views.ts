import { type assistants, tools, type workspaces } from "@althing/contract";
import type { CallRow, Connection, DefinitionRow, PolicyRow, PriceNow, SourceRow, WebSearchRow } from "./tables.ts";

export type StateCounts = Partial<Record<tools.Tool["state"], number>>;

const countsOf = ({ approved = 0, pending = 0, quarantined = 0 }: StateCounts): tools.ToolSource["counts"] => ({
  approved,
  pending,
  quarantined,
});

export const viewSource = (row: SourceRow, counts: StateCounts): tools.ToolSource => ({
  id: row.id,
  workspaceId: row.workspace_id,
  kind: row.kind,
  slug: row.slug,
  title: row.title,
  description: row.description,
  auth: row.auth,
  enabled: row.enabled,
  precedence: row.precedence,
  health: { state: row.health, message: row.health_message, checkedAt: row.checked_at?.toISOString() ?? null },
  era: row.era,
  counts: countsOf(counts),
  version: row.version,
});

export const viewSourceDetail = (row: SourceRow, counts: StateCounts): tools.ToolSourceDetail => ({
  ...viewSource(row, counts),
  connection: { kind: row.connection.kind, address: addressOf(row.connection) },
  header: row.header_name,
  secretHint: row.secret_hint,
  createdAt: row.created_at.toISOString(),
});

function addressOf(connection: Connection): string | null {
  if (connection.kind === "operator") return null;
  return connection.kind === "mcp" ? connection.url : connection.baseUrl;
}

export const viewBuiltInSource = (workspaceId: workspaces.WorkspaceId, toolCount: number): tools.ToolSource => ({
  id: tools.builtInSourceId,
  workspaceId,
  kind: "builtin",
  slug: "althing",
  title: "Althing",
  description: "What Althing itself can do, always with the rights of the person who asks.",
  auth: "none",
  enabled: true,
  precedence: 0,
  health: { state: "well", message: null, checkedAt: null },
  era: null,
  counts: countsOf({ approved: toolCount }),
  version: 1,
});

export const viewTool = (row: DefinitionRow): tools.Tool => ({
  id: row.id,
  workspaceId: row.workspace_id,
  sourceId: row.source_id,
  name: row.name,
  wording: row.wording,
  fingerprint: row.fingerprint,
  state: row.state,
  reads: false,
  approved: row.approved_fingerprint === row.fingerprint ? null : row.approved_wording,
  approvedAt: row.approved_at?.toISOString() ?? null,
});

export const viewPolicy = (row: PolicyRow): tools.ToolPolicy => ({
  id: row.id,
  workspaceId: row.workspace_id,
  roomId: row.room_id,
  assistantId: row.assistant_id,
  pattern: row.pattern,
  decision: row.decision,
});

export const viewPrice = (row: PriceNow): tools.ToolPrice => ({
  workspaceId: row.workspace_id,
  pattern: row.pattern,
  micros: row.micros,
  version: row.version,
});

export const viewWebSearch = (row: WebSearchRow): tools.WebSearch => ({
  workspaceId: row.workspace_id,
  kind: row.kind,
  baseUrl: row.base_url,
  keyEnding: row.key_ending,
  updatedAt: row.updated_at.toISOString(),
});

export const viewCall = (row: CallRow): tools.ToolCall => ({
  id: row.id,
  workspaceId: row.workspace_id,
  roomId: row.room_id,
  runId: row.run_id,
  assistantId: row.assistant_id,
  askedBy: row.asked_by,
  name: row.name,
  title: row.title,
  source: row.source_title,
  sourceId: row.source_id,
  state: row.state,
  arguments: row.arguments,
  policy: { decision: row.decision, reason: row.reason, mayRemember: row.may_remember },
  signIn: row.sign_in,
  result:
    row.result_text === null
      ? null
      : { text: row.result_text, truncated: row.result_truncated, bytes: row.result_bytes ?? 0 },
  failure: row.failure_kind && { kind: row.failure_kind, message: row.failure_message ?? "" },
  micros: row.micros,
  createdAt: row.created_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  startedAt: row.started_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
  version: row.version,
});

/** What everyone in the room may see: neither what was handed over nor what came back. */
export const viewSummary = (row: CallRow): assistants.ToolCallSummary => ({
  id: row.id,
  name: row.name,
  title: row.title,
  source: row.source_title,
  state: row.state,
  startedAt: row.started_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
});
