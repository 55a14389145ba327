// A tree of turns made sound: parents are there and come first, what says nothing is left out; pure.
import type { chats } from "@althing/contract";

export type Turn = chats.ConversationTurn;

/** A node as a file has it; without words it is only a joint between others. */
export type Node = Omit<Turn, "at" | "body"> & { readonly at: number | null; readonly body: string | null };

/**
 * The turns in an order in which each comes after what it answers, by time where that leaves a choice. A node that says nothing hands
 * its answers to what it answers itself; one whose parent is nowhere, or that would answer itself, begins anew.
 */
export function toTurns(nodes: readonly Node[], fallbackAt: number): Turn[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.map(({ id }) => [id, spokenParent(id, byId)]));
  const times = new Map<string, number>();
  const timeOf = (id: string): number => {
    const known = times.get(id);
    if (known !== undefined) return known;
    // From the root down, without recursion: branches may be thousands of turns long.
    const line = [id];
    for (let up = parents.get(id) ?? null; up !== null && !times.has(up); up = parents.get(up) ?? null) line.push(up);
    for (const one of line.reverse()) {
      const parent = parents.get(one) ?? null;
      const after = parent === null ? fallbackAt : (times.get(parent) ?? fallbackAt);
      const own = byId.get(one)?.at ?? null;
      times.set(one, own === null ? after : parent === null ? own : Math.max(own, after));
    }
    return times.get(id) ?? fallbackAt;
  };
  const depthOf = new Map<string, number>();
  const turns = nodes.flatMap((node) => {
    if (node.body === null) return [];
    const at = timeOf(node.id);
    return [{ ...node, body: node.body, parentId: parents.get(node.id) ?? null, at: new Date(at).toISOString() }];
  });
  for (const { id } of turns) depthOf.set(id, depth(id, parents));
  return turns.sort(
    (one, other) =>
      Date.parse(one.at) - Date.parse(other.at) || (depthOf.get(one.id) ?? 0) - (depthOf.get(other.id) ?? 0),
  );
}

function spokenParent(id: string, byId: ReadonlyMap<string, Node>): string | null {
  const seen = new Set([id]);
  let up = byId.get(id)?.parentId ?? null;
  let first: string | null = null;
  // Up to the root: a circle has none, and whoever stands in one begins anew.
  for (; up !== null; up = byId.get(up)?.parentId ?? null) {
    const node = byId.get(up);
    if (!node) break;
    if (seen.has(up)) return null;
    seen.add(up);
    if (first === null && node.body !== null) first = up;
  }
  return first;
}

function depth(id: string, parents: ReadonlyMap<string, string | null>): number {
  let count = 0;
  for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null) count++;
  return count;
}

/** How many turns nobody answered. */
export function countEnds(turns: readonly Turn[]): number {
  const answered = new Set(turns.map(({ parentId }) => parentId));
  return turns.filter(({ id }) => !answered.has(id)).length;
}

/** The turns from the beginning to this one, or to the newest. */
export function pathTo(turns: readonly Turn[], endId: string | null): Turn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const path: Turn[] = [];
  let turn = byId.get(endId ?? "") ?? turns.at(-1);
  for (; turn; turn = turn.parentId === null ? undefined : byId.get(turn.parentId)) path.push(turn);
  return path.reverse();
}
