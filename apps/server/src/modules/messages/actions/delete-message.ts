import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { lockMessage, requireNotDeleted, viewForAll } from "../finding.ts";
import { deleteAttachments } from "../store/attachments.ts";
import { replaceMentions } from "../store/mentions.ts";
import { countThread, lockByIds, updateMessage } from "../store/messages.ts";
import { insertVersion } from "../store/versions.ts";
import { viewThread } from "../views.ts";

/** The place stays, so that numbers and threads keep their shape; the words go, but for the history of versions. */
export const deleteMessage: WriteAction<typeof messages.deleteMessage> = async (tx, call) => {
  const { roomId, messageId } = call.input;
  const { account } = requireAccount(call.actor);
  const access = accessOf(call);
  if (access.frozen) fail(access.frozen);
  const row = await lockMessage(tx, roomId, messageId);
  requireNotDeleted(row);
  if (row.author_id !== account.id || row.kind === "system") requireAlso(access, messages.MessageDelete);
  await insertVersion(tx, row, account.id);
  const emptied = { body: "", html: "", mentions: [], attachments: [], pinned_at: null };
  const deleted = await updateMessage(tx, row, { ...emptied, deleted_at: tx.now, version: row.version + 1 });
  await replaceMentions(tx, [deleted]);
  if (row.attachments.length > 0) await deleteAttachments(tx, row.id);
  const [root] = row.parent_id === null ? [] : await lockByIds(tx, [row.parent_id]);
  const thread = root && viewThread(await updateMessage(tx, root, await countThread(tx, root.id)));
  tx.emit(messages.MessageDeletedEvent, feedOf.room(roomId), {
    message: await viewForAll(tx, deleted),
    thread: thread ?? null,
  });
  return null;
};
