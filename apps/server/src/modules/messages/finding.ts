// Messages that a verb is about, found in their room or not at all.
import { type accounts, messages } from "@althing/contract";
import { validate as isUuid } from "uuid";
import { fail } from "../../kernel/failure.ts";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";
import { listAccountRefs } from "../accounts/index.ts";
import { lockByIds, selectByIds } from "./store/messages.ts";
import { selectMine } from "./store/reactions.ts";
import type { MessageRow } from "./tables.ts";
import { viewMessage } from "./views.ts";

export async function requireMessage(tx: ReadTx, roomId: string, messageId: string): Promise<MessageRow> {
  const [row] = isUuid(messageId) ? await selectByIds(tx, [messageId]) : [];
  return row?.room_id === roomId ? row : fail(messages.MessageNotFound);
}

/** The message, held until the end of the transaction, with the room's newest state of it. */
export async function lockMessage(tx: WriteTx, roomId: string, messageId: string): Promise<MessageRow> {
  const [row] = await lockByIds(tx, [messageId]);
  return row?.room_id === roomId ? row : fail(messages.MessageNotFound);
}

export function requireNotDeleted(row: MessageRow): void {
  if (row.deleted_at !== null) fail(messages.MessageDeleted);
}

/** The message must be one that began, or may begin, a thread. */
export function requireRoot(row: MessageRow): void {
  if (row.parent_id !== null) fail(messages.ThreadNested);
}

/** Rows as one account sees them: with their authors and its own reactions, by one query each. */
export async function viewMessages(
  tx: ReadTx,
  viewerId: string,
  rows: readonly MessageRow[],
): Promise<messages.Message[]> {
  const authors = await listAccountRefs(tx, [...new Set(rows.map((row) => row.author_id))]);
  const reacted = rows.filter((row) => row.reactions.length > 0).map((row) => row.id);
  const mine = await selectMine(tx, viewerId, reacted);
  return rows.map((row) => viewMessage(row, authors.get(row.author_id), mine.get(row.id)));
}

export async function viewOne(tx: ReadTx, viewerId: string, row: MessageRow): Promise<messages.Message> {
  const [view] = await viewMessages(tx, viewerId, [row]);
  return view ?? fail(messages.MessageNotFound);
}

/** The message as an event carries it: the same for all readers, so nobody's reactions are marked as theirs. */
export async function viewForAll(tx: ReadTx, row: MessageRow): Promise<messages.Message> {
  const authors: ReadonlyMap<string, accounts.AccountRef> = await listAccountRefs(tx, [row.author_id]);
  return viewMessage(row, authors.get(row.author_id));
}
