// The rules of messages that need no database.
import { errors, messages } from "@althing/contract";
import { Failure, fail } from "../../kernel/failure.ts";

const { messageLimits } = messages;

export function requireLength(body: string): void {
  const limit = messageLimits.bodyLength;
  if ([...body].length > limit) fail(messages.MessageTooLong, { limit });
}

/** Only with files may a text be empty; sending is held to that by its schema. */
export function requireContent(body: string, hasAttachments: boolean): void {
  if (body.trim() !== "" || hasAttachments) return;
  throw new Failure(errors.ValidationFailed, null, [
    { pointer: "/body", code: "custom", message: "must not be empty" },
  ]);
}

const emoji = /^(?:\p{RGI_Emoji}|\p{Emoji}\uFE0F?)$/v;

export const isCustomEmoji = (text: string): boolean => text.startsWith(":");

/**
 * One Unicode emoji as people see it: with its skin tone, flag or family, and nothing else. Digits are no emoji. Or the
 * name of one of the workspace's own, between colons.
 */
export function requireEmoji(text: string, custom: ReadonlyMap<string, unknown> = new Map()): void {
  if (isCustomEmoji(text) && text.endsWith(":") && custom.has(text.slice(1, -1))) return;
  if (!emoji.test(text) || /^[\d#*]$/.test(text)) fail(messages.EmojiUnknown);
}

const maximumParticipants = 5;

/** The latest five who wrote in a thread, the latest first. */
export const withParticipant = (ids: readonly string[], id: string): string[] =>
  [id, ...ids.filter((one) => one !== id)].slice(0, maximumParticipants);

const dayMs = 86_400_000;
const horizonMs = 20 * 365 * dayMs;

/**
 * A client's id may not claim a time that has not come: messages are stored by the time in their ids, and rows that wait
 * in the future would stand in the way of its partitions.
 */
export function requireTimely(id: string, now: Date): void {
  const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (at <= now.getTime() + dayMs || at >= now.getTime() + horizonMs) return;
  const message = "must be a UUIDv7 of the present time; check the clock of this device";
  throw new Failure(errors.ValidationFailed, null, [{ pointer: "/id", code: "untimely", message }]);
}
