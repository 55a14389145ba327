import { defineMigration } from "../../../platform/database/index.ts";

export const addAvatarPicture = defineMigration("accounts.002_avatar_picture", {
  up: [
    "alter table accounts add column avatar_picture text",
    "create index accounts_by_avatar_picture on accounts (avatar_picture) where avatar_picture is not null",
  ],
  down: ["alter table accounts drop column avatar_picture"],
});
