import { defineMigration } from "../../../platform/database/index.ts";

/** Messages show their files without a look elsewhere; the table tells which message holds a file. */
export const addAttachments = defineMigration("messages.002_attachments", {
  up: [
    "alter table messages add column attachments jsonb not null default '[]'",
    "create table message_attachments (file_id uuid primary key, message_id uuid not null)",
    "create index message_attachments_of_message on message_attachments (message_id)",
  ],
  down: ["drop table message_attachments", "alter table messages drop column attachments"],
});
