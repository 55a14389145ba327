import { defineMigration } from "../../../platform/database/index.ts";

/** A question that is asked in other words holds the files of the first one, too. */
export const shareAttachments = defineMigration("messages.003_shared_attachments", {
  up: [
    "alter table message_attachments drop constraint message_attachments_pkey",
    "alter table message_attachments add primary key (file_id, message_id)",
  ],
  down: [
    `delete from message_attachments a using message_attachments b
     where a.file_id = b.file_id and a.message_id > b.message_id`,
    "alter table message_attachments drop constraint message_attachments_pkey",
    "alter table message_attachments add primary key (file_id)",
  ],
});
