// Which tools of different sources do the same, as far as their words tell.
import type { tools } from "@althing/contract";

export type Comparable = {
  readonly id: tools.ToolId;
  readonly name: string;
  readonly localName: string;
  readonly description: string;
  readonly source: { readonly id: string; readonly title: string; readonly precedence: number };
};

type Group = { likeness: tools.ToolConflict["likeness"]; members: Comparable[] };

/** Two descriptions with this share of their words in common are taken to mean the same. */
const alikeFrom = 0.75;
const fewestWords = 4;

export function findConflicts(all: readonly Comparable[]): tools.ToolConflict[] {
  const groups: Group[] = [];
  for (const tool of all.toSorted(byPreference)) {
    const [group, likeness] = findGroup(groups, tool);
    if (!group) groups.push({ likeness: "similar_purpose", members: [tool] });
    else {
      group.members.push(tool);
      if (likeness === "same_name") group.likeness = likeness;
    }
  }
  return groups.filter(({ members }) => members.length > 1).map(viewConflict);
}

/** The tools that stand back behind a preferred one of the same use. */
export function passedOver(all: readonly Comparable[], namesGiven: ReadonlySet<string>): Set<string> {
  const behind = findConflicts(all).flatMap(({ candidates, chosen }) =>
    candidates.flatMap(({ name }) => (name === chosen || namesGiven.has(name) ? [] : [name])),
  );
  return new Set(behind);
}

function findGroup(groups: readonly Group[], tool: Comparable): [Group | undefined, Group["likeness"] | undefined] {
  for (const group of groups) {
    const [leader] = group.members;
    const isElsewhere = group.members.every(({ source }) => source.id !== tool.source.id);
    const likeness = leader && isElsewhere ? likenessOf(leader, tool) : undefined;
    if (likeness) return [group, likeness];
  }
  return [undefined, undefined];
}

function likenessOf(one: Comparable, other: Comparable): Group["likeness"] | undefined {
  if (plain(one.localName) === plain(other.localName)) return "same_name";
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.size < fewestWords || theirs.size < fewestWords) return undefined;
  const shared = mine.intersection(theirs).size / mine.union(theirs).size;
  return shared >= alikeFrom ? "similar_purpose" : undefined;
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
const wordsOf = ({ description }: Comparable) => new Set(description.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

const byPreference = (one: Comparable, other: Comparable): number =>
  one.source.precedence - other.source.precedence || (one.name < other.name ? -1 : 1);

function viewConflict({ likeness, members }: Group): tools.ToolConflict {
  const candidates = members.map(({ id, name, source }) => ({
    toolId: id,
    name,
    source: source.title,
    precedence: source.precedence,
  }));
  const [first, second] = candidates;
  const isTie = first?.precedence === second?.precedence;
  return {
    likeness,
    candidates,
    chosen: first?.name ?? "",
    reason: isTie
      ? "Their sources have the same precedence, so the first by name is taken."
      : `${first?.source} has precedence ${first?.precedence}, before ${second?.source} with ${second?.precedence}.`,
  };
}
