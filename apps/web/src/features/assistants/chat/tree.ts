// Pure: what follows from who goes on from whom. Ids rise with time.
import type { assistants } from "@althing/contract";

type Turn = Pick<assistants.Turn, "messageId" | "parentId">;
type Turns = Readonly<Record<string, Turn>>;

/**
 * Which messages stand on the branch that ends at a place, and at what has been said behind it since. Undefined while
 * nothing branches: then all are shown, those that are in no tree, too.
 */
export function branchTo(turns: Turns, place: string | null): ReadonlySet<string> | undefined {
  const all = Object.values(turns);
  const children = Map.groupBy(all, ({ parentId }) => parentId);
  if ([...children.values()].every((siblings) => siblings.length === 1)) return undefined;
  const off = new Set<string>(all.map(({ messageId }) => messageId));
  const end = leafBehind(children, place !== null && place in turns ? place : newestOf(all));
  for (let at: string | null = end; at !== null; at = turns[at]?.parentId ?? null) off.delete(at);
  return new Shown(off);
}

/** Everything but what stands on other branches: what was said beside the tree is shown on each. */
class Shown extends Set<string> {
  readonly #off: ReadonlySet<string>;

  constructor(off: ReadonlySet<string>) {
    super();
    this.#off = off;
  }

  override has(id: string): boolean {
    return !this.#off.has(id);
  }
}

const newestOf = (turns: readonly Turn[]): string | null =>
  turns.reduce<string | null>(
    (newest, { messageId }) => (newest === null || messageId > newest ? messageId : newest),
    null,
  );

/** The end of the branch through a message that was said last. */
function leafBehind(children: ReadonlyMap<string | null, readonly Turn[]>, from: string | null): string | null {
  let leaf = from;
  for (let next = newestOf(children.get(leaf) ?? []); next !== null; next = newestOf(children.get(leaf) ?? []))
    leaf = next;
  return leaf;
}

export function siblingsOf(turns: Turns, messageId: string): readonly string[] {
  const turn = turns[messageId];
  if (!turn) return [messageId];
  return Object.values(turns)
    .flatMap((one) => (one.parentId === turn.parentId ? [one.messageId as string] : []))
    .sort();
}

/** What goes on from a message. */
export const answersTo = (turns: Turns, questionId: string): readonly string[] =>
  Object.values(turns)
    .flatMap((one) => (one.parentId === questionId ? [one.messageId as string] : []))
    .sort();
