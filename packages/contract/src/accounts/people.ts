import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import {
  bodyBytesFor,
  PictureInput,
  PictureTooLarge,
  PictureUnreadable,
  pictureLimits,
  tinyPicture,
} from "../pictures/index.ts";
import { CustomStatus, Me, Profile, ProfileFields } from "./account.ts";
import { HandleTaken } from "./auth.ts";

export const AccountNotFound = defineError("account_not_found", {
  status: 404,
  title: "There is no such person",
  message: "Check the id; you see only people who share a workspace with you.",
});

export const getMe = defineRoute("accounts.get_me", {
  http: "GET /users/me",
  summary: "Yourself, with your workspaces",
  input: z.strictObject({}),
  output: Me,
  limit: limits.read,
  etag: true,
});

export const updateMe = defineRoute("accounts.update_me", {
  http: "PATCH /users/me",
  summary: "Change your profile",
  input: ProfileFields,
  output: Me,
  errors: [HandleTaken],
  limit: limits.write,
  ifMatch: true,
  example: { title: "Harbour master", pronouns: "she/her", timeZone: "Europe/Berlin" },
});

export const setAvatar = defineRoute("accounts.set_avatar", {
  http: "PUT /users/me/avatar",
  summary: "Give yourself a picture",
  description: "The picture may have 2 MiB; its middle is drawn anew as a square of 256 pixels, without metadata.",
  input: z.strictObject({ picture: PictureInput }),
  output: Me,
  errors: [PictureUnreadable, PictureTooLarge],
  limit: limits.picture,
  maxBodyBytes: bodyBytesFor(pictureLimits.avatarBytes),
  example: { picture: tinyPicture },
});

export const removeAvatar = defineRoute("accounts.remove_avatar", {
  http: "DELETE /users/me/avatar",
  summary: "Remove your picture",
  description: "Your color and emoji stand for you again.",
  input: z.strictObject({}),
  output: Me,
  limit: limits.write,
});

export const getAccount = defineRoute("accounts.get", {
  http: "GET /users/:accountId",
  summary: "A person's profile",
  input: z.strictObject({ accountId: AccountId }),
  output: Profile,
  errors: [AccountNotFound],
  limit: limits.read,
  etag: true,
});

export const setStatus = defineRoute("accounts.set_status", {
  http: "PUT /users/me/status",
  summary: "Set or clear your custom status",
  input: z.strictObject({
    emoji: z.string().max(32).nullable().default(null),
    text: z.string().trim().max(100).default(""),
    expiresAt: Timestamp.nullable().default(null),
  }),
  output: CustomStatus.nullable(),
  limit: limits.write,
  example: { emoji: "🌊", text: "At the harbour" },
});

/** Busy is chosen; away comes after five minutes without a sign of life; offline when no device is connected. */
export const PresenceState = z.enum(["online", "away", "busy", "offline"]);
export type PresenceState = z.output<typeof PresenceState>;

export const setBusy = defineRoute("accounts.set_busy", {
  http: "PUT /users/me/busy",
  summary: "Turn do-not-disturb on, until a time if given, or off",
  input: z.strictObject({ busy: z.boolean(), until: Timestamp.nullable().default(null) }),
  output: z.object({ busy: z.boolean(), until: Timestamp.nullable() }),
  limit: limits.write,
  example: { busy: true },
});

export const Preferences = z
  .object({
    theme: z.enum(["system", "light", "dark", "high-contrast"]),
    density: z.enum(["comfortable", "compact"]),
    language: z.string().max(35).nullable(),
    notifications: z.object({
      desktop: z.boolean(),
      sound: z.boolean(),
      email: z.enum(["off", "mentions", "digest"]),
      push: z.enum(["off", "mentions", "all"]).meta({
        description: "`mentions` are messages that call you, and direct ones; to devices that were allowed to.",
      }),
    }),
    shortcuts: z.record(z.string().max(60), z.string().max(40)),
    privacy: z.object({
      sendReceipts: z.boolean(),
      sendTyping: z.boolean(),
      showPresence: z.boolean(),
      pushExcerpts: z
        .boolean()
        .meta({ description: "Whether the words of messages go to your devices' push services, encrypted." }),
    }),
    assistants: z.object({
      hidden: z.boolean().meta({ description: "Whether everything of assistants is left out." }),
    }),
  })
  .meta({ id: "Preferences" });
export type Preferences = z.output<typeof Preferences>;

const PreferenceChanges = z.strictObject({
  theme: Preferences.shape.theme.optional(),
  density: Preferences.shape.density.optional(),
  language: Preferences.shape.language.optional(),
  notifications: z.strictObject(Preferences.shape.notifications.partial().shape).optional(),
  shortcuts: Preferences.shape.shortcuts.refine((all) => Object.keys(all).length <= 200).optional(),
  privacy: z.strictObject(Preferences.shape.privacy.partial().shape).optional(),
  assistants: z.strictObject(Preferences.shape.assistants.partial().shape).optional(),
});

export const getPreferences = defineRoute("accounts.get_preferences", {
  http: "GET /users/me/preferences",
  summary: "Your preferences, the same on all devices",
  input: z.strictObject({}),
  output: Preferences,
  limit: limits.read,
  etag: true,
});

export const updatePreferences = defineRoute("accounts.update_preferences", {
  http: "PATCH /users/me/preferences",
  summary: "Change some of your preferences",
  input: PreferenceChanges,
  output: Preferences,
  limit: limits.write,
  example: { theme: "dark" },
});
