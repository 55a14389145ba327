// The door of messages: what is said in rooms, who has read it, and how it hangs together.
import { messages } from "@althing/contract";
import { batch, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { fileUses } from "../files/index.ts";
import { registerUnread } from "../rooms/index.ts";
import { deleteMessage } from "./actions/delete-message.ts";
import { editMessage } from "./actions/edit-message.ts";
import { followThread } from "./actions/follow-thread.ts";
import { importMessages } from "./actions/import-messages.ts";
import { moveMessage } from "./actions/move-message.ts";
import { pinMessage } from "./actions/pin-message.ts";
import { addReaction, removeReaction } from "./actions/react.ts";
import { readMessage } from "./actions/read-message.ts";
import { readRoom } from "./actions/read-room.ts";
import { replyToMessage } from "./actions/reply-to-message.ts";
import { reopenThread, resolveThread } from "./actions/resolve-thread.ts";
import { sendMessage } from "./actions/send-message.ts";
import { unpinMessage } from "./actions/unpin-message.ts";
import { unreadRoom } from "./actions/unread-room.ts";
import { makeMessagePartitions, partitionsSchedule, preparePartitions } from "./jobs/make-partitions.ts";
import { clearUp } from "./listeners/clear-up.ts";
import { postSystemMessages } from "./listeners/post-system-messages.ts";
import { postTemplateMessages } from "./listeners/post-template-messages.ts";
import { messageMigrations } from "./migrations/001_messages.ts";
import { addAttachments } from "./migrations/002_attachments.ts";
import { shareAttachments } from "./migrations/003_shared_attachments.ts";
import { forgetNewest } from "./newest.ts";
import { listReadableFiles } from "./queries/files.ts";
import { listMessages } from "./queries/list-messages.ts";
import { findMessage, getMessage, listMessageVersions, listPins, listReactions } from "./queries/one-message.ts";
import { previewMessage } from "./queries/preview-message.ts";
import { explainUnread, listMentions, listReceipts, unreadOf } from "./queries/reading.ts";
import { getThread, listThreads } from "./queries/threads.ts";
import { messageScope } from "./scope.ts";
import { selectHeld } from "./store/attachments.ts";
import { typing } from "./typing.ts";

export { bringInMessages } from "./bring-in.ts";
export { excerptOf } from "./excerpt.ts";
export { bodyText, messageBlocks, plainText, renderMessage } from "./markdown/index.ts";
export { mentionables } from "./mentionables.ts";
export { findSent, postMessage } from "./post-message.ts";
export { listMessageTexts } from "./queries/list-texts.ts";
export { listPreviews } from "./queries/previews.ts";
export { isRead, lastReadSeq, type Said, saidAfter, saidBefore, saidByIds, saidInThread } from "./queries/said.ts";
export { lockAttachment, sharedAttachments, writeUnder } from "./shared-files.ts";
export {
  type Answer,
  countRoom,
  listAnswers,
  listReactionDays,
  type PersonDay,
  type RoomCount,
  type ThreadDay,
} from "./store/counting.ts";

registerUnread({ unreadOf });
fileUses.register({ held: selectHeld, readable: listReadableFiles });

export const messagesModule = defineModule({
  name: "messages",
  migrations: [...messageMigrations, addAttachments, shareAttachments],
  scopes: [messageScope],
  routes: [
    batch(messages.sendMessage, sendMessage),
    batch(messages.replyToMessage, replyToMessage),
    read(messages.previewMessage, previewMessage),
    write(messages.editMessage, editMessage),
    write(messages.deleteMessage, deleteMessage),
    write(messages.moveMessage, moveMessage),
    write(messages.importMessages, importMessages),
    read(messages.listMessages, listMessages, { snapshot: false }),
    read(messages.getMessage, getMessage),
    read(messages.findMessage, findMessage),
    read(messages.listMessageVersions, listMessageVersions),
    batch(messages.addReaction, addReaction),
    batch(messages.removeReaction, removeReaction),
    read(messages.listReactions, listReactions),
    write(messages.pinMessage, pinMessage),
    write(messages.unpinMessage, unpinMessage),
    read(messages.listPins, listPins),
    read(messages.getThread, getThread),
    read(messages.listThreads, listThreads),
    write(messages.followThread, followThread),
    write(messages.resolveThread, resolveThread),
    write(messages.reopenThread, reopenThread),
    write(messages.readMessage, readMessage),
    batch(messages.readRoom, readRoom),
    write(messages.unreadRoom, unreadRoom),
    read(messages.explainUnread, explainUnread),
    read(messages.listReceipts, listReceipts),
    read(messages.listMentions, listMentions),
  ],
  ears: forgetNewest,
  signals: [typing],
  listeners: [postSystemMessages, postTemplateMessages, clearUp],
  prepare: preparePartitions,
  jobs: [makeMessagePartitions],
  schedules: [partitionsSchedule],
});
