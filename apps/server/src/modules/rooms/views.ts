import type { accounts, rooms } from "@althing/contract";
import { stampText } from "../../kernel/tx.ts";
import type { MemberRow, MyRoomRow, RoomRow, SeenCategoryRow, TemplateRow } from "./tables.ts";

/** `people` is everyone in a direct message or group, and nobody in other rooms. */
export const viewFacts = (room: RoomRow, people: accounts.AccountRef[]): rooms.RoomFacts => ({
  id: room.id,
  workspaceId: room.workspace_id,
  kind: room.kind,
  name: room.name,
  visibility: room.visibility,
  topic: room.topic,
  description: room.description,
  guidelines: room.guidelines,
  memberCount: room.member_count,
  createdBy: room.created_by,
  ownerId: room.owner_id,
  categoryId: room.category_id,
  systemMessages: room.system_messages,
  unlisted: room.unlisted,
  people,
  version: room.version,
  createdAt: room.created_at.toISOString(),
  archivedAt: room.archived_at?.toISOString() ?? null,
});

/** The time of a feed's newest message, whose stamp is in microseconds since 1970; 0 stands for none. */
export const viewLastMessageAt = (stamp: number): string | null => (stamp === 0 ? null : stampText(stamp));

export const viewPlacement = (member: Omit<rooms.RoomPlacement, "categoryId"> & { category_id: string | null }) => ({
  favourite: member.favourite,
  muted: member.muted,
  categoryId: member.category_id,
  notify: member.notify,
});

export const unplaced: rooms.RoomPlacement = { favourite: false, muted: false, categoryId: null, notify: "all" };

export const viewMyPlacement = (mine: MyRoomRow): rooms.RoomPlacement => ({
  favourite: mine.favourite ?? unplaced.favourite,
  muted: mine.muted ?? unplaced.muted,
  categoryId: mine.my_category_id,
  notify: mine.notify ?? unplaced.notify,
});

export const viewMember = (
  member: Pick<MemberRow, "flags" | "joined_at">,
  ref: accounts.AccountRef,
  ownerId: string | null,
): rooms.RoomMember => ({
  ...ref,
  isOwner: ref.id === ownerId,
  flags: member.flags,
  joinedAt: member.joined_at.toISOString(),
});

/** What waits for someone who has read everything up to a number. */
export const viewNothingUnread = (lastReadSeq: number): rooms.Unread => ({
  count: 0,
  mentions: 0,
  firstUnreadSeq: null,
  threads: 0,
  lastReadSeq,
  threadsReadSeq: lastReadSeq,
});

export const viewCategory = (category: SeenCategoryRow): rooms.Category => ({
  id: category.id,
  workspaceId: category.workspace_id,
  name: category.name,
  position: category.position,
  shared: category.account_id === null,
  collapsed: category.collapsed,
});

export const viewTemplate = (template: TemplateRow): rooms.RoomTemplate => ({
  id: template.id,
  workspaceId: template.workspace_id,
  key: null,
  name: template.name,
  description: template.description,
  rooms: template.rooms,
  memberIds: template.member_ids,
  version: template.version,
  createdBy: template.created_by,
  createdAt: template.created_at.toISOString(),
});
