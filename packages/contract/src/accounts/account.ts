import { z } from "zod";
import { AccountId } from "../kit/id.ts";
import { line, Timestamp } from "../kit/text.ts";
import { PictureUrl } from "../pictures/index.ts";

export const AccountKind = z.enum(["person", "imported", "bot", "assistant", "system"]);

/** A name that can be mentioned; unique in the installation, compared in lower case. */
export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?$/, "must be 1 to 32 of a-z, 0-9, dot, dash and underscore")
  .meta({ examples: ["ana"] });

/** The least that is shown of an account wherever it appears. */
export const AccountRef = z
  .object({ id: AccountId, handle: z.string(), name: z.string(), kind: AccountKind })
  .meta({ id: "AccountRef" });
export type AccountRef = z.output<typeof AccountRef>;

/** What stands for someone who has no picture. */
const AvatarChoice = z
  .object({ color: z.string().regex(/^#[0-9a-f]{6}$/), emoji: z.string().max(32).nullable() })
  .meta({ id: "AvatarChoice" });

export const Avatar = AvatarChoice.extend({ url: PictureUrl.nullable() }).meta({ id: "Avatar" });

/** A status that a person set: at least one of emoji and text, and when it ends by itself. */
export const CustomStatus = z
  .object({ emoji: z.string().max(32).nullable(), text: z.string().max(100), expiresAt: Timestamp.nullable() })
  .meta({ id: "CustomStatus" });
export type CustomStatus = z.output<typeof CustomStatus>;

export const Profile = AccountRef.extend({
  avatar: Avatar,
  title: z.string(),
  pronouns: z.string(),
  timeZone: z.string().nullable(),
  locale: z.string().nullable(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  status: CustomStatus.nullable(),
  createdAt: Timestamp,
}).meta({ id: "Profile" });
export type Profile = z.output<typeof Profile>;

export const WorkspaceSummary = z
  .object({ id: z.uuid(), slug: z.string(), name: z.string(), roles: z.array(z.string()), head: z.int() })
  .meta({ id: "WorkspaceSummary" });
export type WorkspaceSummary = z.output<typeof WorkspaceSummary>;

export const Me = Profile.extend({
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  isOwner: z.boolean().meta({ description: "Whether this account owns the installation." }),
  busy: z
    .object({ until: Timestamp.nullable() })
    .nullable()
    .meta({ description: "Do not disturb, and until when; null where it is off." }),
  version: z.int(),
  head: z.int().meta({ description: "The newest number in the feed `account:{id}`." }),
  workspaces: z.array(WorkspaceSummary),
}).meta({ id: "Me" });
export type Me = z.output<typeof Me>;

export const ProfileFields = z.strictObject({
  name: line(80).optional(),
  handle: Handle.optional(),
  title: z.string().trim().max(100).optional(),
  pronouns: z.string().trim().max(40).optional(),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, "must be an IANA time zone")
    .nullable()
    .optional()
    .meta({ examples: ["Europe/Berlin"] }),
  locale: z
    .string()
    .max(35)
    .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, "must be a BCP 47 language tag")
    .nullable()
    .optional(),
  avatar: AvatarChoice.optional(),
  fields: z
    .array(z.strictObject({ label: line(40), value: line(200) }))
    .max(10)
    .optional(),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
