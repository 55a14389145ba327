import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { ReactionCount } from "../tables.ts";

export type ReactionKey = { messageId: string; emoji: string; accountId: string };
export type Given = ReactionKey & { at: Date };

const present = defineStatement(
  "reactions.present",
  `select message_id as "messageId", emoji, account_id as "accountId", created_at as at from reactions
   where (message_id, emoji, account_id) in (select * from unnest($1::uuid[], $2::text[], $3::uuid[]))`,
);

export function selectPresent(tx: ReadTx, keys: readonly ReactionKey[]): Promise<Given[]> {
  return tx.query<Given>(present, columnsOf(keys));
}

const insert = defineStatement(
  "reactions.insert",
  `insert into reactions (message_id, emoji, account_id, created_at)
   select *, $4::timestamptz from unnest($1::uuid[], $2::text[], $3::uuid[]) on conflict do nothing`,
);

export async function insertReactions(tx: WriteTx, keys: readonly ReactionKey[]): Promise<void> {
  await tx.query(insert, [...columnsOf(keys), tx.now]);
}

const remove = defineStatement(
  "reactions.delete",
  "delete from reactions where (message_id, emoji, account_id) in (select * from unnest($1::uuid[], $2::text[], $3::uuid[]))",
);

export async function deleteReactions(tx: WriteTx, keys: readonly ReactionKey[]): Promise<void> {
  await tx.query(remove, columnsOf(keys));
}

const columnsOf = (keys: readonly ReactionKey[]) => [
  keys.map((key) => key.messageId),
  keys.map((key) => key.emoji),
  keys.map((key) => key.accountId),
];

const updateCounts = defineStatement(
  "reactions.update_counts",
  `update messages m set reactions = t.reactions
   from unnest($1::uuid[], $2::jsonb[]) as t (id, reactions) where m.id = t.id`,
);

export async function updateReactionCounts(
  tx: WriteTx,
  counts: ReadonlyMap<string, readonly ReactionCount[]>,
): Promise<void> {
  await tx.query(updateCounts, [[...counts.keys()], [...counts.values()].map((one) => JSON.stringify(one))]);
}

const mine = defineStatement(
  "reactions.mine",
  "select message_id, emoji from reactions where account_id = $1 and message_id = any ($2::uuid[])",
);

/** Which reactions to these messages are of this account, by message. */
export async function selectMine(
  tx: ReadTx,
  accountId: string,
  messageIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (messageIds.length === 0) return found;
  for (const { message_id, emoji } of await tx.query<{ message_id: string; emoji: string }>(mine, [
    accountId,
    messageIds,
  ])) {
    found.set(message_id, (found.get(message_id) ?? new Set()).add(emoji));
  }
  return found;
}

const who = defineStatement(
  "reactions.who",
  "select emoji, account_id as id from reactions where message_id = $1 order by created_at, account_id limit 2000",
);

export function selectReactors(tx: ReadTx, messageId: string): Promise<{ emoji: string; id: string }[]> {
  return tx.query(who, [messageId]);
}

const all = defineStatement(
  "reactions.all",
  "select message_id, emoji, account_id from reactions where message_id = any ($1::uuid[])",
);

/** Who reacted to these messages, by message and emoji. */
export async function selectAllReactors(
  tx: ReadTx,
  messageIds: readonly string[],
): Promise<Map<string, Map<string, Set<string>>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  if (messageIds.length === 0) return found;
  const rows = await tx.query<{ message_id: string; emoji: string; account_id: string }>(all, [messageIds]);
  for (const { message_id, emoji, account_id } of rows) {
    const byEmoji = found.get(message_id) ?? new Map<string, Set<string>>();
    found.set(message_id, byEmoji.set(emoji, (byEmoji.get(emoji) ?? new Set()).add(account_id)));
  }
  return found;
}
