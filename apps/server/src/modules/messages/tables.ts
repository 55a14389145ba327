// The messages module's tables as Kysely sees them.
import type { files } from "@althing/contract";
import type { Generated } from "kysely";

export type MentionRow = { kind: "account" | "room" | "here"; id: string | null };
export type ReactionCount = { emoji: string; count: number };
export type SystemRow = { kind: string; accountId: string | null; text: string | null };

export type MessageRow = {
  id: string;
  room_id: string;
  /** The number, in the room's feed, of the event that made it. */
  seq: number;
  kind: "message" | "system";
  author_id: string;
  parent_id: string | null;
  /** Whether it stands in the room's own list: a root, or a reply shown there too. */
  in_room: boolean;
  body: string;
  html: string;
  mentions: MentionRow[];
  silent: boolean;
  system: SystemRow | null;
  /** When it was posted, in microseconds since 1970; strictly rises in a room. */
  stamp: number;
  edited_at: Date | null;
  deleted_at: Date | null;
  pinned_at: Date | null;
  reactions: ReactionCount[];
  reply_count: number;
  last_reply_stamp: number | null;
  /** At most five, the latest first. */
  participant_ids: string[];
  resolved_at: Date | null;
  /** As they were when they were ready, which they stay. */
  attachments: files.Attachment[];
  version: number;
};

export type MessageTables = {
  messages: {
    [Column in keyof MessageRow]: Column extends "reactions" | "mentions" | "participant_ids" | "attachments"
      ? Generated<MessageRow[Column]>
      : MessageRow[Column];
  };
  message_versions: {
    message_id: string;
    version: number;
    body: string;
    html: string;
    at: Date;
    by_account_id: string;
  };
  message_attachments: { file_id: string; message_id: string };
  message_mentions: {
    message_id: string;
    room_id: string;
    seq: number;
    kind: string;
    account_id: string | null;
    stamp: number;
  };
  reactions: { message_id: string; emoji: string; account_id: string; created_at: Generated<Date> };
  read_states: { account_id: string; room_id: string; last_read_seq: number; threads_read_seq: number; read_at: Date };
  unread_marks: { account_id: string; room_id: string; message_id: string; seq: number };
  thread_standings: {
    account_id: string;
    room_id: string;
    root_id: string;
    following: boolean;
    muted: boolean;
    last_read_seq: number;
  };
};
