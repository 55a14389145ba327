import type { messages } from "@althing/contract";
import type { Records } from "../records.ts";

/** Puts an id where its `seq` belongs; one that is there already stays single. */
export function inOrder(ids: readonly string[], held: Records<messages.Message>, id: string): readonly string[] {
  const seqOf = (one: string) => held[one]?.seq ?? 0;
  const seq = seqOf(id);
  let at = ids.length;
  while (at > 0 && seqOf(ids[at - 1] as string) > seq) at--;
  if (ids[at - 1] === id) return ids;
  return [...ids.slice(0, at), id, ...ids.slice(at)].filter((one, index) => one !== id || index === at);
}

/** Joins two runs, each in order, without doubles. */
export function joinInOrder(
  one: readonly string[],
  other: readonly string[],
  held: Records<messages.Message>,
): readonly string[] {
  return [...new Set([...one, ...other])].sort((a, b) => (held[a]?.seq ?? 0) - (held[b]?.seq ?? 0));
}

export const without = (ids: readonly string[], gone: ReadonlySet<string>): readonly string[] =>
  ids.some((id) => gone.has(id)) ? ids.filter((id) => !gone.has(id)) : ids;
