// One message, and what hangs on it: its versions, its reactions, the room's pins.
import { messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { requireMessage, viewMessages, viewOne } from "../finding.ts";
import { messageFacts } from "../scope.ts";
import { selectPins } from "../store/messages.ts";
import { selectReactors } from "../store/reactions.ts";
import { selectVersions } from "../store/versions.ts";

export const getMessage: ReadAction<typeof messages.getMessage> = async (tx, { input, actor }) =>
  viewOne(tx, requireAccount(actor).account.id, await requireMessage(tx, input.roomId, input.messageId));

export const findMessage: ReadAction<typeof messages.findMessage> = async (tx, call) =>
  viewOne(tx, requireAccount(call.actor).account.id, messageFacts(accessOf(call)).row);

export const listPins: ReadAction<typeof messages.listPins> = async (tx, { input, actor }) =>
  viewMessages(tx, requireAccount(actor).account.id, await selectPins(tx, input.roomId));

/** What a deleted message said is for its author, and for who may delete those of others. */
export const listMessageVersions: ReadAction<typeof messages.listMessageVersions> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const row = await requireMessage(tx, call.input.roomId, call.input.messageId);
  const maySeeDeleted = row.author_id === account.id || accessOf(call).permissions.has(messages.MessageDelete.name);
  if (row.deleted_at !== null && !maySeeDeleted) return [];
  const versions = await selectVersions(tx, row.id);
  return versions.map(({ at, by, ...version }) => ({ ...version, at: at.toISOString(), by: by as never }));
};

export const listReactions: ReadAction<typeof messages.listReactions> = async (tx, { input }) => {
  const row = await requireMessage(tx, input.roomId, input.messageId);
  const reactors = await selectReactors(tx, row.id);
  const refs = await listAccountRefs(tx, [...new Set(reactors.map(({ id }) => id))]);
  const byEmoji = Map.groupBy(reactors, ({ emoji }) => emoji);
  return row.reactions.map(({ emoji }) => ({
    emoji,
    accounts: (byEmoji.get(emoji) ?? []).flatMap(({ id }) => refs.get(id) ?? []),
  }));
};
