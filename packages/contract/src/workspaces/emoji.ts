// A workspace's own emoji: written `:name:`, in messages and as reactions, beside those of Unicode.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineEvent } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import {
  bodyBytesFor,
  PictureInput,
  PictureTooLarge,
  PictureUnreadable,
  PictureUrl,
  pictureLimits,
  tinyPicture,
} from "../pictures/index.ts";
import { WorkspaceId, WorkspaceView } from "./roles.ts";

export const emojiLimits = { emojiPerWorkspace: 500 } as const;

export const EmojiManage = definePermission("emoji.manage", {
  on: "workspace",
  description: "Add and remove the workspace's own emoji",
  roles: ["admin", "member"],
});

export const EmojiNotFound = defineError("emoji_not_found", {
  status: 404,
  title: "There is no such emoji",
  message: "The workspace has no emoji of its own by this name.",
});
export const EmojiNameTaken = defineError("emoji_name_taken", {
  status: 409,
  title: "There is an emoji of this name",
  message: "Choose another name; those of Unicode's emoji are taken too.",
});
export const EmojiLimitReached = defineError("emoji_limit_reached", {
  status: 409,
  title: "The workspace has as many emoji as it may",
  message: "Remove one before you add another.",
  data: z.object({ limit: z.number() }),
});

/** Without the colons. */
export const EmojiName = z
  .string()
  .regex(/^[a-z0-9_+-]{2,32}$/, "must be 2 to 32 of a-z, 0-9, underscore, plus and dash")
  .meta({ examples: ["party_parrot"] });

export const CustomEmoji = z
  .object({
    name: z.string(),
    url: PictureUrl,
    animated: z.boolean(),
    createdBy: AccountId,
    createdAt: Timestamp,
  })
  .meta({ id: "CustomEmoji" });
export type CustomEmoji = z.output<typeof CustomEmoji>;

export const listEmoji = defineRoute("workspaces.list_emoji", {
  http: "GET /workspaces/:workspaceId/emoji",
  summary: "The workspace's own emoji, by name",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(CustomEmoji),
  limit: limits.read,
  etag: true,
});

export const addEmoji = defineRoute("workspaces.add_emoji", {
  http: "PUT /workspaces/:workspaceId/emoji/:name",
  summary: "Add an emoji of the workspace's own",
  description:
    "The picture may have 256 KiB; it is drawn anew, at most 128 by 128 pixels, and stays animated. Adding the same picture under the same name again changes nothing.",
  permission: EmojiManage,
  input: z.strictObject({ workspaceId: WorkspaceId, name: EmojiName, picture: PictureInput }),
  output: CustomEmoji,
  errors: [EmojiNameTaken, EmojiLimitReached, PictureUnreadable, PictureTooLarge],
  limit: limits.picture,
  maxBodyBytes: bodyBytesFor(pictureLimits.emojiBytes),
  example: { picture: tinyPicture },
});

export const removeEmoji = defineRoute("workspaces.remove_emoji", {
  http: "DELETE /workspaces/:workspaceId/emoji/:name",
  summary: "Remove one of the workspace's own emoji; where it was used its name stays",
  permission: EmojiManage,
  input: z.strictObject({ workspaceId: WorkspaceId, name: EmojiName }),
  output: z.null(),
  errors: [EmojiNotFound],
  limit: limits.write,
});

export const EmojiAdded = defineEvent("workspaces.emoji_added", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "The workspace has a new emoji of its own.",
  payload: z.object({ emoji: CustomEmoji }),
});
export const EmojiRemoved = defineEvent("workspaces.emoji_removed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "One of the workspace's own emoji was removed.",
  payload: z.object({ emoji: CustomEmoji }),
});
