export type Keyed = { id: string; keys: string | undefined; isOwn: boolean };

/**
 * The commands whose keys another command has too, each with those others' ids. Keys that several came with are no
 * conflict, since they are made for places apart; one's own choice is, wherever it collides.
 */
export function findConflicts(all: readonly Keyed[]): ReadonlyMap<string, readonly string[]> {
  const sharing = Map.groupBy(
    all.filter(({ keys }) => keys),
    ({ keys }) => keys,
  );
  const conflicts = new Map<string, readonly string[]>();
  for (const group of sharing.values()) {
    if (group.length < 2 || !group.some(({ isOwn }) => isOwn)) continue;
    for (const { id } of group)
      conflicts.set(
        id,
        group.flatMap((other) => (other.id === id ? [] : other.id)),
      );
  }
  return conflicts;
}
