/** A message in someone's name, in a transaction that is open: what modules say, as if it had been sent. */
import { type accounts, type files, messages } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import type { WriteTx } from "../../kernel/tx.ts";
import { compose, findNamed, parseMessage } from "./composing.ts";
import { requireLength, requireTimely } from "./policy.ts";
import { messageOf, type Posting, postAll } from "./posting.ts";
import { lockByIds } from "./store/messages.ts";
import { viewMessage } from "./views.ts";

export type Post = {
  readonly id: string;
  readonly roomId: string;
  readonly workspaceId: string;
  readonly author: accounts.AccountRef;
  readonly body: string;
  readonly parentId: string | null;
  readonly silent?: boolean;
  /** Files that another message holds, too: see `sharedAttachments`. */
  readonly attachments?: readonly files.Attachment[];
  /** Which addresses its links may lead to: all, unless told. Others are kept beside the link, which leads nowhere. */
  readonly mayLink?: (address: string) => boolean;
};

/** What someone sent before under this id, which is the same send; fails where the id means another message. */
export async function findSent(
  tx: WriteTx,
  author: accounts.AccountRef,
  { roomId, id }: { roomId: string; id: string },
): Promise<messages.Message | undefined> {
  const [row] = await lockByIds(tx, [id]);
  if (row && (row.room_id !== roomId || row.author_id !== author.id)) fail(messages.MessageIdTaken);
  return row && viewMessage(row, author);
}

/** The rights are the caller's to ask for. Nobody is called with @room. The message is known once it has its number. */
export async function postMessage(tx: WriteTx, post: Post): Promise<{ message: () => messages.Message }> {
  const { id, roomId, workspaceId, author, body, parentId } = post;
  requireTimely(id, tx.now);
  requireLength(body);
  const parsed = parseMessage(body);
  const named = (await findNamed(tx, [{ roomId, workspaceId, parsed }])).get(roomId);
  const parents = new Map((await lockByIds(tx, parentId === null ? [] : [parentId])).map((row) => [row.id, row]));
  if (parentId !== null && parents.get(parentId)?.room_id !== roomId) fail(messages.MessageNotFound);
  const posting: Posting = {
    author,
    trace: undefined,
    message: {
      id,
      room_id: roomId,
      kind: "message",
      author_id: author.id,
      parent_id: parentId,
      in_room: parentId === null,
      body,
      ...compose(parsed, named, undefined, false, post.mayLink),
      silent: post.silent ?? false,
      system: null,
      attachments: [...(post.attachments ?? [])],
    },
  };
  await postAll(tx, [posting], parents);
  return { message: () => messageOf(posting) };
}
