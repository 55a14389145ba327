// The assistants module's tables as Kysely sees them.
import type { AccountId, assistants, files, messages, models, rooms, workspaces } from "@althing/contract";
import type { ColumnType, Generated, Selectable } from "kysely";

/** Kept as JSON, which is written as text. */
type Json<Value> = ColumnType<Value, string, string>;
type JsonWithDefault<Value> = ColumnType<Value, string | undefined, string>;

export type AssistantsTable = {
  account_id: AccountId;
  workspace_id: workspaces.WorkspaceId;
  /** Whose it is while it is private, and who may change it. */
  owner_id: AccountId | null;
  built_in: Generated<boolean>;
  settings: Json<assistants.AssistantSettings>;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
};

export type VersionsTable = {
  account_id: AccountId;
  version: number;
  settings: Json<assistants.AssistantSettings>;
  at: Date;
  by_account_id: AccountId | null;
  note: string;
};

/** What was asked for beside the message that asked. */
export type RunRequest = {
  readonly question?: string | undefined;
  readonly sinceSeq?: number | undefined;
  readonly language?: string | undefined;
  readonly model?: models.ModelChoice | undefined;
  /** The run whose words this one goes on from. */
  readonly continues?: string | undefined;
};

export type RunsTable = {
  id: assistants.RunId;
  workspace_id: workspaces.WorkspaceId;
  room_id: rooms.RoomId;
  assistant_id: AccountId;
  settings_version: number;
  asked_by: AccountId;
  purpose: assistants.RunPurpose;
  audience: "room" | "asker";
  state: assistants.RunState;
  prompt_id: messages.MessageId | null;
  message_id: messages.MessageId;
  parent_id: messages.MessageId | null;
  request: Json<RunRequest>;
  /** As of the last checkpoint. */
  text: Generated<string>;
  model: Json<assistants.Run["model"]>;
  passed_over: JsonWithDefault<assistants.Run["passedOver"]>;
  sources: JsonWithDefault<assistants.Source[]>;
  read_messages: Generated<number>;
  read_passages: Generated<number>;
  unsourced: Generated<boolean>;
  usage: Json<assistants.TokenUsage>;
  failure: Json<assistants.Run["failure"]>;
  /** Asked to stop: what is written is kept, or nobody wants it any more. */
  stop: "keep" | "discard" | null;
  /** How often a worker took it. */
  claims: Generated<number>;
  lease_owner: string | null;
  lease_until: Date | null;
  version: Generated<number>;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
};

/** A call as the model proposed it, kept so that a run goes on after a crash. */
export type StepCall = {
  readonly callId: assistants.ToolCallId;
  readonly modelCallId: string;
  readonly name: string;
  readonly arguments: unknown;
  readonly invalid?: string;
};

export type StepsTable = {
  run_id: assistants.RunId;
  step: number;
  text: Generated<string>;
  calls: JsonWithDefault<StepCall[]>;
  /** What its model call may cost is held under this, while the step is open. */
  reservation_id: string | null;
  input_tokens: Generated<number>;
  /** `cut`: the words broke off, and the next step goes on from them. */
  state: "open" | "done" | "cut";
};

export type ChatsTable = {
  room_id: rooms.RoomId;
  assistant_id: AccountId;
  temporary: boolean;
  trial: Json<assistants.AssistantSettings | null>;
  is_titled: boolean;
};

export type TurnsTable = {
  message_id: messages.MessageId;
  room_id: rooms.RoomId;
  parent_id: messages.MessageId | null;
  run_id: assistants.RunId | null;
  seq: number;
};

export type PlacesTable = { room_id: rooms.RoomId; account_id: AccountId; message_id: messages.MessageId };

/** Who is having a recording written down. */
export type ClaimRow = {
  file_id: files.FileId;
  /** Who may end it: the run's id, or one that the job has. */
  id: string;
  workspace_id: workspaces.WorkspaceId;
  room_id: rooms.RoomId;
  /** Who pays. */
  account_id: AccountId;
  assistant_id: AccountId | null;
  run_id: string | null;
  /** What it may cost is held under this, from before the service is asked until it is known. */
  reservation_id: string | null;
};

export type AssistantTables = {
  assistants: AssistantsTable;
  assistant_versions: VersionsTable;
  runs: RunsTable;
  run_steps: StepsTable;
  chats: ChatsTable;
  turns: TurnsTable;
  turn_places: PlacesTable;
  voice_claims: ClaimRow;
};

export type AssistantRow = Selectable<AssistantsTable>;
export type VersionRow = Selectable<VersionsTable>;
export type RunRow = Selectable<RunsTable>;
export type StepRow = Selectable<StepsTable>;
export type ChatRow = Selectable<ChatsTable>;
export type TurnRow = Selectable<TurnsTable>;
