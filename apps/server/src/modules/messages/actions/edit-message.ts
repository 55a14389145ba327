import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf, requireVersion } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { compose, findNamed, parseMessage } from "../composing.ts";
import { lockMessage, requireNotDeleted, viewForAll, viewOne } from "../finding.ts";
import { requireContent, requireLength } from "../policy.ts";
import { peopleAmong, withMentionsOf } from "../posting.ts";
import { addedMentions, replaceMentions } from "../store/mentions.ts";
import { updateMessage } from "../store/messages.ts";
import { insertFollowers } from "../store/threads.ts";
import { insertVersion } from "../store/versions.ts";
import { announceFollowers } from "../threads.ts";

export const editMessage: WriteAction<typeof messages.editMessage> = async (tx, call) => {
  const { roomId, messageId, body, allowedMentions } = call.input;
  const { account } = requireAccount(call.actor);
  const row = await lockMessage(tx, roomId, messageId);
  requireNotDeleted(row);
  if (row.author_id !== account.id || row.kind === "system") fail(messages.NotAuthor);
  requireVersion(call, row.version);
  requireLength(body);
  requireContent(body, row.attachments.length > 0);
  if (body === row.body) return viewOne(tx, account.id, row);
  const parsed = parseMessage(body);
  const { workspaceId, permissions } = accessOf(call);
  const named = (await findNamed(tx, [{ roomId, workspaceId, parsed }])).get(roomId);
  const mayMentionAll = permissions.has(messages.MessageMentionAll.name);
  const { html, mentions } = compose(parsed, named, allowedMentions, mayMentionAll);
  await insertVersion(tx, row, account.id);
  const changes = { body, html, mentions, edited_at: tx.now, version: row.version + 1 };
  const edited = await updateMessage(tx, row, changes);
  const people = await peopleAmong(
    tx,
    mentions.flatMap(({ id }) => id ?? []),
  );
  await replaceMentions(tx, [edited].map(withMentionsOf(people)));
  // Whom the edit newly names in a thread follows it from now on, as if named at first.
  const added = addedMentions(row.mentions, mentions).flatMap(({ id }) => (id && people.has(id) ? [id] : []));
  const rootId = row.parent_id;
  if (rootId !== null) {
    const follower = (accountId: string) => ({ accountId, roomId, rootId, lastReadSeq: row.seq - 1 });
    announceFollowers(tx, await insertFollowers(tx, added.map(follower)));
  }
  tx.emit(messages.MessageEdited, feedOf.room(roomId), { message: await viewForAll(tx, edited) });
  return viewOne(tx, account.id, edited);
};
