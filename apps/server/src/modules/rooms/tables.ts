import type { AccountId, rooms, workspaces } from "@althing/contract";
import type { ColumnType, Generated, Selectable, Updateable } from "kysely";

export type RoomsTable = {
  id: rooms.RoomId;
  workspace_id: workspaces.WorkspaceId;
  kind: rooms.RoomKind;
  name: string | null;
  /** What the name is compared by; unique among the channels of a workspace that are in use. */
  name_key: string | null;
  visibility: rooms.RoomVisibility;
  topic: Generated<string>;
  description: Generated<string>;
  guidelines: Generated<string>;
  owner_id: AccountId | null;
  created_by: AccountId | null;
  category_id: string | null;
  system_messages: rooms.SystemMessageSwitches;
  is_default: Generated<boolean>;
  /** Stands in no list, count or search. */
  unlisted: Generated<boolean>;
  /** Names the two people of a direct message in a workspace. */
  pair_key: string | null;
  member_count: Generated<number>;
  version: Generated<number>;
  archived_at: Date | null;
  created_at: Date;
};

export type RoomMembersTable = {
  room_id: rooms.RoomId;
  account_id: AccountId;
  flags: Generated<rooms.PermissionFlags>;
  joined_at: Date;
  /** The number, in the room's feed, of the event of the join. */
  joined_seq: Generated<number>;
  favourite: Generated<boolean>;
  muted: Generated<boolean>;
  category_id: string | null;
  notify: Generated<rooms.RoomPlacement["notify"]>;
};

export type CategoriesTable = {
  id: rooms.CategoryId;
  workspace_id: workspaces.WorkspaceId;
  /** Whose it is; null is the workspace's own, which all see. */
  account_id: AccountId | null;
  name: string;
  position: number;
};

export type CategoryFoldsTable = { category_id: rooms.CategoryId; account_id: AccountId };

/** Kept as JSON, which is written as text. */
type Json<Value> = ColumnType<Value, string, string>;

export type RoomTemplatesTable = {
  id: rooms.RoomTemplateId;
  workspace_id: workspaces.WorkspaceId;
  name: string;
  description: string;
  rooms: Json<rooms.TemplateRoom[]>;
  member_ids: Json<AccountId[]>;
  version: Generated<number>;
  created_by: AccountId;
  created_at: Date;
};

export type RoomTables = {
  rooms: RoomsTable;
  room_members: RoomMembersTable;
  categories: CategoriesTable;
  category_folds: CategoryFoldsTable;
  room_templates: RoomTemplatesTable;
};

export type RoomRow = Selectable<RoomsTable>;
export type MemberRow = Selectable<RoomMembersTable>;
export type CategoryRow = Selectable<CategoriesTable>;
export type TemplateRow = Selectable<RoomTemplatesTable>;
export type RoomChanges = Omit<Updateable<RoomsTable>, "version">;

/** A room as an account has it; the member's columns are null where it is not in the room. */
export type MyRoomRow = RoomRow & {
  flags: rooms.PermissionFlags | null;
  joined_seq: number | null;
  favourite: boolean | null;
  muted: boolean | null;
  my_category_id: string | null;
  notify: MemberRow["notify"] | null;
};

/** A category as an account sees it. */
export type SeenCategoryRow = CategoryRow & { collapsed: boolean };
