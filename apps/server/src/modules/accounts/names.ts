// Short names made from what people are called: handles here, addresses of workspaces elsewhere.
import { randomInt } from "node:crypto";

const mostCounted = 9;
const randomTries = 3;
const suffixLength = 6;

/** Short names of a-z, 0-9 and dashes in the order of liking: the nearest to the text, then numbered ones. */
export function nearestNames(text: string, { fallback, maxLength }: { fallback: string; maxLength: number }): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const stem = trimDashes(trimDashes(plain).slice(0, maxLength - suffixLength)) || fallback;
  const counted = Array.from({ length: mostCounted - 1 }, (_, index) => `${stem}${index + 2}`);
  const random = Array.from({ length: randomTries }, () => `${stem}${randomInt(10_000, 1_000_000)}`);
  return [stem, ...counted, ...random];
}

const trimDashes = (text: string): string => text.replace(/^-+|-+$/g, "");

/** What calls a whole room and so can be nobody's handle. */
const reserved: ReadonlySet<string> = new Set(["room", "here"]);
export const isReservedHandle = (handle: string): boolean => reserved.has(handle);

const longestHandle = 32;

/** Handles for someone, from their name or else their address. */
export function nearestHandles(name: string, email: string | null): string[] {
  const fallback = nearestNames(email?.split("@")[0] ?? "", { fallback: "someone", maxLength: longestHandle })[0];
  const names = nearestNames(name, { fallback: fallback ?? "someone", maxLength: longestHandle });
  return names.filter((handle) => !isReservedHandle(handle));
}
