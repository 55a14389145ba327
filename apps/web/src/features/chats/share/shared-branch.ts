// Pure: which turns of a shared conversation stand on the branch that a reader has chosen.
import type { chats } from "@althing/contract";

type Turn = Pick<chats.SharedConversation["turns"][number], "place" | "parent">;

/** By what a turn answers (null is the beginning), the place of the answer that is shown. */
export type Choices = ReadonlyMap<number | null, number>;

export type Shown<One extends Turn> = { turn: One; siblings: readonly One[] };

/** From the beginning on, at each fork the chosen way, or else the one that was said last. */
export function branchOf<One extends Turn>(turns: readonly One[], choices: Choices): Shown<One>[] {
  const children = Map.groupBy(turns, ({ parent }) => parent);
  const branch: Shown<One>[] = [];
  let siblings: readonly One[] | undefined = children.get(null);
  while (siblings !== undefined) {
    const chosen = choices.get(siblings[0]?.parent ?? null);
    const turn = siblings.find(({ place }) => place === chosen) ?? siblings.at(-1);
    if (!turn) break;
    branch.push({ turn, siblings });
    // A turn goes on only to later places, so that no circle is walked.
    siblings = children.get(turn.place)?.filter(({ place }) => place > turn.place);
  }
  return branch;
}
