import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MentionRow, MessageRow } from "../tables.ts";

const insert = defineStatement(
  "mentions.insert",
  `insert into message_mentions (message_id, room_id, seq, kind, account_id, stamp)
   select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::bigint[]) on conflict do nothing`,
);

type Mentioning = Pick<MessageRow, "id" | "room_id" | "seq" | "stamp" | "mentions">;

export async function insertMentions(tx: WriteTx, messages: readonly Mentioning[]): Promise<void> {
  const rows = messages.flatMap((message) => message.mentions.map((mention) => ({ message, mention })));
  if (rows.length === 0) return;
  await tx.query(insert, [
    rows.map(({ message }) => message.id),
    rows.map(({ message }) => message.room_id),
    rows.map(({ message }) => message.seq),
    rows.map(({ mention }) => mention.kind),
    rows.map(({ mention }) => mention.id),
    rows.map(({ message }) => message.stamp),
  ]);
}

const remove = defineStatement("mentions.delete", "delete from message_mentions where message_id = any ($1::uuid[])");

/** Writes a message's mentions anew: after an edit, a deletion or a move. */
export async function replaceMentions(tx: WriteTx, messages: readonly Mentioning[]): Promise<void> {
  await tx.query(remove, [messages.map(({ id }) => id)]);
  await insertMentions(tx, messages);
}

const ofAccount = defineStatement(
  "mentions.of_account",
  `select message_id as id, max(stamp) as stamp from message_mentions
   where (account_id = $1 or (account_id is null and room_id = any ($2::uuid[])))
     and room_id = any ($2::uuid[]) and (stamp, message_id) < ($3::bigint, $4::uuid)
   group by message_id order by stamp desc, message_id desc limit $5`,
);

/** Messages that mention an account, by name or with their room, in rooms it may read; the newest first. */
export function selectMentionsOf(
  tx: ReadTx,
  accountId: string,
  roomIds: readonly string[],
  before: { stamp: number; id: string },
  limit: number,
): Promise<{ id: string; stamp: number }[]> {
  return tx.query(ofAccount, [accountId, roomIds, before.stamp, before.id, limit]);
}

/** Mentions in the text that were not there before. */
export const addedMentions = (before: readonly MentionRow[], after: readonly MentionRow[]): MentionRow[] =>
  after.filter((mention) => !before.some((one) => one.kind === mention.kind && one.id === mention.id));
