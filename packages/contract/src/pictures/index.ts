// Small pictures that people give: of themselves, and for a workspace's own emoji. What they sent is decoded and drawn anew.
import { z } from "zod";
import { defineError } from "../kit/error.ts";

export const pictureLimits = {
  avatarBytes: 2_097_152,
  emojiBytes: 262_144,
  /** Over all frames together. */
  pixels: 16_777_216,
} as const;

export const PictureUnreadable = defineError("picture_unreadable", {
  status: 422,
  title: "This is no picture that can be read",
  message: "Send a PNG, GIF, WebP or JPEG that opens elsewhere, encoded as base64.",
});
export const PictureTooLarge = defineError("picture_too_large", {
  status: 422,
  title: "This picture is too large",
  message: "Make it smaller: in bytes, in width and height, or in frames if it is animated.",
  data: z.object({ limitBytes: z.number(), limitPixels: z.number() }),
});

/** What goes in: a PNG, GIF, WebP or JPEG. */
export const PictureInput = z
  .string()
  .min(1)
  .meta({ description: "A PNG, GIF, WebP or JPEG as base64.", contentEncoding: "base64" });

/** How large a body may be that holds a picture: base64 takes four bytes for three. */
export const bodyBytesFor = (pictureBytes: number): number => Math.ceil((pictureBytes * 4) / 3) + 4_096;

/** Names the picture's contents, so it never shows another one. */
export const PictureUrl = z.string().meta({
  description: "Where the picture lies, below the server's origin; needs no sign-in and never changes.",
  examples: [`/media/pictures/${"0".repeat(64)}.webp`],
});

/** A transparent PNG of one pixel, for examples. */
export const tinyPicture =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
