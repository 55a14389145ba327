// The chats module's tables as Kysely sees them.
import type { AccountId, chats, rooms, workspaces } from "@althing/contract";
import type { ColumnType, Generated, Selectable } from "kysely";

/** Kept as JSON, which is written as text. */
type Json<Value> = ColumnType<Value, string, string>;

export type PromptsTable = {
  id: chats.PromptId;
  workspace_id: workspaces.WorkspaceId;
  owner_id: AccountId;
  title: string;
  description: string;
  body: string;
  variables: Json<chats.PromptVariable[]>;
  shared: boolean;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
};

export type PromptVersionsTable = {
  prompt_id: chats.PromptId;
  version: number;
  title: string;
  body: string;
  variables: Json<chats.PromptVariable[]>;
  at: Date;
};

export type SharesTable = {
  id: chats.ShareId;
  token: string;
  workspace_id: workspaces.WorkspaceId;
  room_id: rooms.RoomId;
  owner_id: AccountId;
  title: string;
  scope: chats.Share["scope"];
  audience: chats.Share["audience"];
  conversation: Json<chats.SharedConversation>;
  created_at: Date;
  expires_at: Date | null;
};

/** What an imported message was elsewhere, which its author here does not tell. */
export type OriginsTable = {
  message_id: string;
  room_id: rooms.RoomId;
  author: Json<chats.ConversationTurn["author"]>;
  model: string | null;
  sources: Json<chats.ConversationTurn["sources"]>;
};

export type ImportsTable = {
  room_id: rooms.RoomId;
  account_id: AccountId;
  workspace_id: workspaces.WorkspaceId;
  source: string;
  /** Names the conversation where it comes from. */
  key: string;
  title: string;
  created_at: Date;
};

export type RetentionsTable = {
  workspace_id: workspaces.WorkspaceId;
  days: number | null;
  legal_hold: boolean;
  version: number;
};

/** Legal holds, also those that are over. */
export type HoldsTable = {
  id: chats.HoldId;
  workspace_id: workspaces.WorkspaceId;
  reason: string;
  by_account_id: AccountId;
  at: Date;
  ended_by: AccountId | null;
  ended_at: Date | null;
};

/** What was decided for a conversation alone. */
export type KeepsTable = { room_id: rooms.RoomId; kept: boolean; own_days: number | null };

export type ChatTables = {
  prompts: PromptsTable;
  prompt_versions: PromptVersionsTable;
  chat_shares: SharesTable;
  chat_origins: OriginsTable;
  chat_imports: ImportsTable;
  chat_retentions: RetentionsTable;
  chat_keeps: KeepsTable;
  chat_holds: HoldsTable;
};

export type PromptRow = Selectable<PromptsTable>;
export type ShareRow = Selectable<SharesTable>;
export type OriginRow = Selectable<OriginsTable>;
export type ImportRow = Selectable<ImportsTable>;
export type RetentionRow = Selectable<RetentionsTable>;
export type HoldRow = Selectable<HoldsTable>;
export type KeepRow = Selectable<KeepsTable>;
