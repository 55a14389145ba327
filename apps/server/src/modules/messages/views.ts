// Rows of messages as they go over the wire.
import type { accounts, messages } from "@althing/contract";
import { stampText } from "../../kernel/tx.ts";
import type { MessageRow } from "./tables.ts";

type Message = messages.Message;
type AccountRef = accounts.AccountRef;

/** Shown for an account that is gone. */
const nobody = (id: string): AccountRef => ({
  id: id as AccountRef["id"],
  handle: "gone",
  name: "Former member",
  kind: "person",
});

export function viewMessage(
  row: MessageRow,
  author: AccountRef | undefined,
  mine: ReadonlySet<string> = new Set(),
): Message {
  return {
    id: row.id,
    roomId: row.room_id,
    seq: row.seq,
    kind: row.kind,
    author: author ?? nobody(row.author_id),
    body: row.body,
    html: row.html,
    parentId: row.parent_id,
    alsoInRoom: row.parent_id !== null && row.in_room,
    createdAt: stampText(row.stamp),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    mentions: row.mentions,
    reactions: row.reactions.map(({ emoji, count }) => ({ emoji, count, mine: mine.has(emoji) })),
    thread: viewThread(row),
    pinned: row.pinned_at !== null,
    silent: row.silent,
    system: row.system,
    attachments: row.attachments,
    version: row.version,
  } as unknown as Message;
}

/** The summary of the thread that a message began; null while it has no replies. */
export function viewThread(row: ThreadPart): messages.ThreadSummary | null {
  if (row.reply_count === 0 && row.resolved_at === null) return null;
  return {
    replyCount: row.reply_count,
    lastReplyAt: row.last_reply_stamp === null ? null : stampText(row.last_reply_stamp),
    participantIds: row.participant_ids as messages.ThreadSummary["participantIds"],
    resolvedAt: row.resolved_at?.toISOString() ?? null,
  };
}

export type ThreadPart = Pick<MessageRow, "reply_count" | "last_reply_stamp" | "participant_ids" | "resolved_at">;
