// What a reader of files gives: a conversation as it can come in, and what could not.
import type { Turn } from "../tree.ts";

export type Draft = {
  /** Names the conversation where it comes from, so that it comes in once. */
  readonly key: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly turns: readonly Turn[];
  readonly place: string | null;
  readonly leftOut: readonly string[];
};

export type Reading = { readonly source: "althing" | "chatgpt" | "librechat"; readonly drafts: readonly Draft[] };

export type Loose = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const textIn = (value: unknown): string | null => (typeof value === "string" ? value : null);
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** PostgreSQL keeps no such character, and nobody sees it. */
export const clean = (text: string): string => text.replaceAll("\u0000", "");

/** Seconds or milliseconds since 1970, or text; null where it is no time that could be. */
export function timeIn(value: unknown): number | null {
  const read = typeof value === "number" ? (value < 1e11 ? value * 1_000 : value) : Date.parse(textIn(value) ?? "");
  const time = Math.round(read);
  return Number.isFinite(time) && time >= 0 && time < 8.64e15 / 2 ? time : null;
}

/** Counts what is left out, and tells it in words. */
export function createLosses() {
  const counts = new Map<string, number>();
  return {
    add(what: string, count = 1): void {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
    },
    list: (): string[] => [...counts].map(([what, count]) => `${count} × ${what}`),
  };
}
