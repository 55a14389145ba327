import { z } from "zod";

/** RFC 3339 in UTC, with milliseconds or microseconds. */
export const Timestamp = z.iso.datetime({ offset: false }).meta({ examples: ["2026-11-20T09:30:00.123Z"] });

/** One line for people: trimmed, not empty, without control characters. */
export const line = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{Cc}]*$/u, "must be one line without control characters");

/** Several lines for people. May be empty, which clears the field. */
export const paragraph = (maxLength: number) => z.string().trim().max(maxLength);

/** A comma-separated list in a query, as `include=members,topic`; duplicates are folded. */
export const commaList = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .max(500)
    .transform((text) => [...new Set(text.split(",").map((part) => part.trim()))].filter((part) => part !== ""))
    .pipe(z.array(z.enum(values)));

export const queryBoolean = z.enum(["true", "false"]).transform((text) => text === "true");
