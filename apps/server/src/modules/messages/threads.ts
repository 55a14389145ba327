// What a reply does to its thread, and who follows it by that.
import { feedOf, messages } from "@althing/contract";
import type { WriteTx } from "../../kernel/tx.ts";
import { withParticipant } from "./policy.ts";
import type { NewMessage } from "./store/messages.ts";
import type { Standing } from "./store/threads.ts";
import type { MessageRow } from "./tables.ts";

type Follower = Pick<Standing, "accountId" | "roomId" | "rootId" | "lastReadSeq">;

/** Adds a reply to the summary of the message that began its thread. */
export function withReply(parents: Map<string, MessageRow>, reply: MessageRow): void {
  const root = reply.parent_id === null ? undefined : parents.get(reply.parent_id);
  if (!root) return;
  root.reply_count++;
  root.last_reply_stamp = reply.stamp;
  root.participant_ids = withParticipant(root.participant_ids, reply.author_id);
}

/** Who begins a thread, writes in it or is mentioned in it follows it: from the message that began it on. */
export function followersOf(
  replies: readonly Pick<NewMessage, "parent_id" | "author_id" | "mentions">[],
  parents: ReadonlyMap<string, MessageRow>,
): Follower[] {
  const followers = new Map<string, Follower>();
  for (const reply of replies) {
    const root = reply.parent_id === null ? undefined : parents.get(reply.parent_id);
    if (!root) continue;
    const named = reply.mentions.flatMap(({ kind, id }) => (kind === "account" && id !== null ? [id] : []));
    for (const accountId of [root.author_id, reply.author_id, ...named]) {
      followers.set(`${accountId} ${root.id}`, {
        accountId,
        roomId: root.room_id,
        rootId: root.id,
        lastReadSeq: root.seq,
      });
    }
  }
  return [...followers.values()];
}

export function announceFollowers(tx: WriteTx, standings: readonly Standing[]): void {
  for (const standing of standings) announceStanding(tx, standing);
}

export function announceStanding(
  tx: WriteTx,
  { accountId, roomId, rootId, following, muted, lastReadSeq }: Standing,
): void {
  const standing = { following, muted, lastReadSeq };
  tx.emit(
    messages.ThreadRead,
    feedOf.account(accountId),
    { roomId: roomId as never, rootId: rootId as never, standing },
    { by: accountId },
  );
}
