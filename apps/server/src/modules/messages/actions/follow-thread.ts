import type { messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireMessage, requireRoot } from "../finding.ts";
import { countUnreadReplies, findStanding, upsertStanding } from "../store/threads.ts";
import { announceStanding } from "../threads.ts";

export const followThread: WriteAction<typeof messages.followThread> = async (tx, { input, actor }) => {
  const { account } = requireAccount(actor);
  const root = await requireMessage(tx, input.roomId, input.messageId);
  requireRoot(root);
  const present = await findStanding(tx, account.id, root.id);
  const standing = {
    accountId: account.id,
    roomId: root.room_id,
    rootId: root.id,
    following: input.following ?? present?.following ?? input.muted === undefined,
    muted: input.muted ?? present?.muted ?? false,
    lastReadSeq: present?.lastReadSeq ?? root.seq,
  };
  await upsertStanding(tx, standing);
  announceStanding(tx, standing);
  const unread = await countUnreadReplies(tx, account.id, [root.id]);
  const { following, muted, lastReadSeq } = standing;
  return { following, muted, lastReadSeq, unread: unread.get(root.id) ?? 0 };
};
