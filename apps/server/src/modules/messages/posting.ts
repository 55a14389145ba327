// How new messages are written, numbered and followed: the same whoever posts, and many at once.
import { type accounts, feedOf, messages } from "@althing/contract";
import type { Emitted, WriteTx } from "../../kernel/tx.ts";
import { listAccountRefs } from "../accounts/index.ts";
import { insertAttachments } from "./store/attachments.ts";
import { insertMentions } from "./store/mentions.ts";
import { insertMessages, type NewMessage, newRow, updateThreadSummaries } from "./store/messages.ts";
import { insertFollowers } from "./store/threads.ts";
import type { MentionRow, MessageRow } from "./tables.ts";
import { announceFollowers, followersOf, withReply } from "./threads.ts";
import { viewMessage, viewThread } from "./views.ts";

export type Posting = {
  readonly message: Omit<NewMessage, "seq" | "stamp">;
  readonly author: accounts.AccountRef;
  readonly trace: string | undefined;
  sent?: Emitted;
  row?: MessageRow;
};

/** Emits and stores the messages; `parents` are the locked roots of their threads. Ask `messageOf` once they are numbered. */
export async function postAll(
  tx: WriteTx,
  postings: readonly Posting[],
  parents: Map<string, MessageRow>,
): Promise<void> {
  for (const posting of postings) {
    const payload = () => ({ message: messageOf(posting), thread: threadOf(posting, parents) });
    posting.sent = tx.emit(messages.MessageSent, feedOf.room(posting.message.room_id), payload, {
      stamp: true,
      by: posting.author.id,
      trace: posting.trace,
    });
  }
  const drafts = postings.map(({ message }) => message);
  const replies = drafts.filter(({ parent_id }) => parent_id !== null);
  const wanted = followersOf(replies, parents);
  const people = await peopleAmong(tx, [...wanted.map(({ accountId }) => accountId), ...namedIn(drafts)]);
  // Who comes to follow a thread by a reply is written before the numbers: the announcement needs one too.
  announceFollowers(
    tx,
    await insertFollowers(
      tx,
      wanted.filter(({ accountId }) => people.has(accountId)),
    ),
  );
  tx.onNumbered(async () => {
    for (const posting of postings) posting.row = newRow({ ...posting.message, ...placeOf(posting) });
    const rows = postings.flatMap(({ row }) => row ?? []);
    for (const row of rows) withReply(parents, row);
    await insertMessages(tx, rows);
    await insertMentions(tx, rows.map(withMentionsOf(people)));
    await insertAttachments(tx, rows);
    await updateThreadSummaries(tx, [
      ...new Set(rows.flatMap((row) => (row.parent_id && parents.get(row.parent_id)) || [])),
    ]);
  });
}

const namedIn = (drafts: readonly { mentions: MentionRow[] }[]): string[] =>
  drafts.flatMap(({ mentions }) => mentions.flatMap(({ id }) => id ?? []));

/** Those of the accounts for whom things wait: an assistant reads nothing, so nothing is kept for it. */
export async function peopleAmong(tx: WriteTx, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (accountIds.length === 0) return new Set();
  const refs = await listAccountRefs(tx, [...new Set(accountIds)]);
  return new Set([...refs.values()].filter(({ kind }) => kind !== "assistant").map(({ id }) => id));
}

/** The row with only those mentions that wait for somebody. */
export const withMentionsOf =
  (people: ReadonlySet<string>) =>
  (row: MessageRow): MessageRow => ({
    ...row,
    mentions: row.mentions.filter(({ id }) => id === null || people.has(id)),
  });

function placeOf({ sent }: Posting): { seq: number; stamp: number } {
  if (!sent) throw new Error("The message was not emitted");
  return sent.position;
}

export function messageOf({ row, author }: Posting): messages.Message {
  if (!row) throw new Error("The message has no number yet");
  return viewMessage(row, author);
}

function threadOf({ message }: Posting, parents: ReadonlyMap<string, MessageRow>): messages.ThreadSummary | null {
  const parent = message.parent_id === null ? undefined : parents.get(message.parent_id);
  return parent ? viewThread(parent) : null;
}
