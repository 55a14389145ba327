/** Adding and taking back reactions, for many calls at once; the counts are kept on the message, who reacted beside it. */
import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { BatchAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { type EmojiUrls, listEmojiUrls } from "../../workspaces/index.ts";
import { isCustomEmoji, requireEmoji } from "../policy.ts";
import { lockByIds } from "../store/messages.ts";
import {
  deleteReactions,
  insertReactions,
  type ReactionKey,
  selectMine,
  selectPresent,
  updateReactionCounts,
} from "../store/reactions.ts";
import type { MessageRow, ReactionCount } from "../tables.ts";

type ReactRoute = typeof messages.addReaction | typeof messages.removeReaction;
type ReactCall = Call<ReactRoute>;
type Context = {
  rows: Map<string, MessageRow>;
  /** When those were given that are there. */
  present: Map<string, Date>;
  mine: Map<string, Set<string>>;
  customEmoji: ReadonlyMap<string, EmojiUrls>;
};
type Plan = { call: ReactCall; row: MessageRow; changes: boolean; givenAt: Date };

const limit = messages.messageLimits.emojiPerMessage;
const keyOf = ({ messageId, emoji, accountId }: ReactionKey) => `${messageId} ${emoji} ${accountId}`;
const reactionOf = ({ input, actor }: ReactCall): ReactionKey => ({
  messageId: input.messageId,
  emoji: input.emoji,
  accountId: requireAccount(actor).account.id,
});

function reacting(adding: boolean): BatchAction<ReactRoute, Context, Plan> {
  return {
    shard: ({ input }) => input.roomId,

    async load(tx, calls) {
      const keys = calls.map(reactionOf);
      const withCustom = adding ? calls.filter(({ input }) => isCustomEmoji(input.emoji)) : [];
      // Before the lock, so that it may be remembered.
      const customEmoji = await listEmojiUrls(
        tx,
        withCustom.map((call) => accessOf(call).workspaceId),
      );
      const rows = await lockByIds(tx as WriteTx, [...new Set(keys.map(({ messageId }) => messageId))]);
      const present = await selectPresent(tx, keys);
      const mine = new Map<string, Set<string>>();
      for (const [accountId, own] of Map.groupBy(keys, (key) => key.accountId)) {
        const found = await selectMine(
          tx,
          accountId,
          own.map(({ messageId }) => messageId),
        );
        for (const [messageId, emoji] of found) mine.set(`${messageId} ${accountId}`, emoji);
      }
      return {
        rows: new Map(rows.map((row) => [row.id, row])),
        present: new Map(present.map((one) => [keyOf(one), one.at])),
        mine,
        customEmoji,
      };
    },

    decide(call, { rows, present, mine, customEmoji }, now) {
      const key = reactionOf(call);
      const row = rows.get(key.messageId);
      if (row?.room_id !== call.input.roomId) return fail(messages.MessageNotFound);
      if (row.deleted_at !== null) fail(messages.MessageDeleted);
      if (adding) requireEmoji(key.emoji, customEmoji.get(accessOf(call).workspaceId));
      const givenAt = present.get(keyOf(key));
      const changes = (givenAt !== undefined) !== adding;
      if (changes) {
        count(row, key.emoji, adding ? 1 : -1);
        if (adding) present.set(keyOf(key), now);
        else present.delete(keyOf(key));
        const own = mine.get(`${row.id} ${key.accountId}`) ?? new Set<string>();
        mine.set(`${row.id} ${key.accountId}`, adding ? own.add(key.emoji) : without(own, key.emoji));
      }
      return { call, row, changes, givenAt: givenAt ?? now };
    },

    async store(tx, plans, { mine }) {
      const changed = plans.filter(({ changes }) => changes);
      for (const plan of changed) announce(tx, plan, adding);
      if (changed.length > 0) {
        const keys = changed.map(({ call }) => reactionOf(call));
        await (adding ? insertReactions(tx, keys) : deleteReactions(tx, keys));
        await updateReactionCounts(tx, new Map(changed.map(({ row }) => [row.id, row.reactions])));
      }
      return () =>
        plans.map(({ row, call }) => {
          const own = mine.get(`${row.id} ${reactionOf(call).accountId}`);
          return row.reactions.map(({ emoji, count }) => ({ emoji, count, mine: own?.has(emoji) ?? false }));
        });
    },
  };
}

function count(row: MessageRow, emoji: string, change: 1 | -1): void {
  const known = row.reactions.find((one) => one.emoji === emoji);
  if (!known && row.reactions.length >= limit) fail(messages.ReactionLimitReached, { limit });
  const counts: ReactionCount[] = known
    ? row.reactions.map((one) => (one === known ? { emoji, count: one.count + change } : one))
    : [...row.reactions, { emoji, count: 1 }];
  row.reactions = counts.filter((one) => one.count > 0);
}

function announce(tx: WriteTx, { call, row, givenAt }: Plan, adding: boolean): void {
  const { input, actor, request } = call;
  const { account } = requireAccount(actor);
  const counted = row.reactions.find(({ emoji }) => emoji === input.emoji)?.count ?? 0;
  tx.emit(
    adding ? messages.ReactionAdded : messages.ReactionRemoved,
    feedOf.room(input.roomId),
    { messageId: input.messageId, emoji: input.emoji, account, count: counted, reactedAt: givenAt.toISOString() },
    { by: account.id, trace: request.traceId },
  );
}

const without = (set: Set<string>, value: string): Set<string> => new Set([...set].filter((one) => one !== value));

export const addReaction = reacting(true) as BatchAction<typeof messages.addReaction, Context, Plan>;
export const removeReaction = reacting(false) as BatchAction<typeof messages.removeReaction, Context, Plan>;
