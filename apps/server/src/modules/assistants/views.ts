// Rows of assistants and runs as they go over the wire.
import type { accounts, assistants } from "@althing/contract";
import type { AssistantRow, RunRow, TurnRow, VersionRow } from "./tables.ts";

export const viewAssistant = (row: AssistantRow, profile: accounts.Profile): assistants.Assistant => ({
  id: row.account_id,
  workspaceId: row.workspace_id,
  handle: profile.handle,
  name: profile.name,
  avatar: profile.avatar,
  description: row.settings.description,
  model: row.settings.model,
  starters: row.settings.starters,
  tools: row.settings.tools,
  visibility: row.settings.visibility,
  ownerId: row.owner_id,
  builtIn: row.built_in,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  archivedAt: row.archived_at?.toISOString() ?? null,
});

export const viewDetail = (row: AssistantRow, profile: accounts.Profile): assistants.AssistantDetail => ({
  ...viewAssistant(row, profile),
  settings: row.settings,
});

export const viewVersion = (row: VersionRow): assistants.AssistantVersion => ({
  version: row.version,
  settings: row.settings,
  at: row.at.toISOString(),
  by: row.by_account_id,
  note: row.note,
});

export type RunSurroundings = {
  readonly refs: ReadonlyMap<string, accounts.AccountRef>;
  readonly calls: readonly assistants.ToolCallSummary[];
};

/** Once the answer stands in the room, its words are those of the message. */
export const viewRun = (row: RunRow, { refs, calls }: RunSurroundings): assistants.Run => ({
  id: row.id,
  workspaceId: row.workspace_id,
  roomId: row.room_id,
  assistant: refs.get(row.assistant_id) ?? nobody(row.assistant_id, "assistant"),
  askedBy: refs.get(row.asked_by) ?? nobody(row.asked_by, "person"),
  purpose: row.purpose,
  audience: row.audience,
  state: row.state,
  promptId: row.prompt_id,
  messageId: row.message_id,
  parentId: row.parent_id,
  text: row.audience === "room" && row.ended_at !== null ? "" : row.text,
  model: row.model,
  passedOver: row.passed_over,
  sources: row.sources,
  calls: [...calls],
  read: { messages: row.read_messages, passages: row.read_passages },
  unsourced: row.unsourced,
  usage: row.usage,
  failure: row.failure,
  createdAt: row.created_at.toISOString(),
  startedAt: row.started_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
  version: row.version,
});

const nobody = (id: accounts.AccountRef["id"], kind: accounts.AccountRef["kind"]): accounts.AccountRef => ({
  id,
  handle: "gone",
  name: kind === "assistant" ? "Former assistant" : "Former member",
  kind,
});

export const viewTurn = (row: TurnRow): assistants.Turn => ({
  messageId: row.message_id,
  roomId: row.room_id,
  parentId: row.parent_id,
  runId: row.run_id,
});
