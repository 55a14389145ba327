import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { PageOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listRoomIdsOf } from "../../rooms/index.ts";
import { requireRoot, viewMessages } from "../finding.ts";
import { selectByIds, selectThread } from "../store/messages.ts";
import { countUnreadReplies, findStanding, type Standing, selectFollowed } from "../store/threads.ts";

export const getThread: ReadAction<typeof messages.getThread> = async (tx, { input, actor }) => {
  const { account } = requireAccount(actor);
  const { roomId, messageId, after = 0, limit } = input;
  const [root, ...replies] = await selectThread(tx, messageId, after, limit + 1);
  if (root?.id !== messageId || root.room_id !== roomId) return fail(messages.MessageNotFound);
  requireRoot(root);
  const [view, ...views] = await viewMessages(tx, account.id, [root, ...replies.slice(0, limit)]);
  if (!view) return fail(messages.MessageNotFound);
  const standing = await findStanding(tx, account.id, root.id);
  const unread = await countUnreadReplies(tx, account.id, [root.id]);
  return {
    root: view,
    replies: views,
    standing: viewStanding(standing, root.seq, unread.get(root.id) ?? 0),
    hasMore: replies.length > limit,
    head: await headOf(tx, roomId),
  };
};

const latest = { before: String(Number.MAX_SAFE_INTEGER), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

export const listThreads: ReadAction<typeof messages.listThreads> = async (tx, { input, actor, cursor }) => {
  const { account } = requireAccount(actor);
  const { workspaceId, limit } = input;
  const roomIds = await listRoomIdsOf(tx, account.id, workspaceId);
  const from = cursor ?? latest;
  const before = { stamp: Number(from.before), id: from.id };
  const found = await selectFollowed(tx, account.id, roomIds, before, input.unread === "true", limit + 1);
  const listed = found.slice(0, limit);
  const rows = new Map(
    (
      await selectByIds(
        tx,
        listed.map(({ rootId }) => rootId),
      )
    ).map((row) => [row.id, row]),
  );
  const unread = await countUnreadReplies(
    tx,
    account.id,
    listed.map(({ rootId }) => rootId),
  );
  const views = await viewMessages(
    tx,
    account.id,
    listed.flatMap(({ rootId }) => rows.get(rootId) ?? []),
  );
  const heads = await tx.heads(listed.map(({ roomId }) => feedOf.room(roomId)));
  const items = views.map((root, index) => {
    const standing = viewStanding(listed[index], root.seq, unread.get(root.id) ?? 0);
    return { root, standing, head: heads.get(feedOf.room(root.roomId))?.head ?? 0 };
  });
  const last = listed.at(-1);
  const next = found.length > limit && last ? { before: String(last.stamp), id: last.rootId as never } : undefined;
  return new PageOf(items, { next });
};

const headOf = async (tx: ReadTx, roomId: string): Promise<number> =>
  (await tx.heads([feedOf.room(roomId)])).get(feedOf.room(roomId))?.head ?? 0;

const viewStanding = (standing: Standing | undefined, rootSeq: number, unread: number): messages.ThreadStanding => ({
  following: standing?.following ?? false,
  muted: standing?.muted ?? false,
  lastReadSeq: standing?.lastReadSeq ?? rootSeq,
  unread,
});
