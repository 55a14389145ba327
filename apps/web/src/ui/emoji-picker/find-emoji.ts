import { type CustomEmoji, loadEmoji, type UnicodeEmoji } from "./emoji-data.ts";
import { fold } from "./fold.ts";

/** What a search finds: `text` is what is written and sent, `url` the picture of a workspace's own. */
export type FoundEmoji = {
  text: string;
  name: string;
  shortcode: string | undefined;
  url?: string;
  emoji?: UnicodeEmoji;
};

/** The emoji that answer best to a word or the beginning of a shortcode, the workspace's own among them. */
export async function findEmoji(
  query: string,
  limit: number,
  { language, custom = [] }: { language: string; custom?: readonly CustomEmoji[] },
): Promise<FoundEmoji[]> {
  return rankEmoji(await loadEmoji(language), custom, query).slice(0, limit);
}

export function rankEmoji(all: readonly UnicodeEmoji[], custom: readonly CustomEmoji[], query: string): FoundEmoji[] {
  const wanted = fold(query);
  if (!wanted) return [];
  const ranked: { found: FoundEmoji; rank: number }[] = [];
  for (const { name, url } of custom) {
    const rank = rankOf(wanted, [name], "", []);
    if (rank < never) ranked.push({ found: { text: `:${name}:`, name, shortcode: name, url }, rank });
  }
  for (const emoji of all) {
    const { unicode, name, shortcodes, tags } = emoji;
    const rank = rankOf(wanted, shortcodes, name, tags);
    if (rank < never) ranked.push({ found: { text: unicode, name, shortcode: shortcodes[0], emoji }, rank });
  }
  return ranked.sort((one, other) => one.rank - other.rank).map(({ found }) => found);
}

const never = 6;

/** From 0, the very word, to 5, somewhere inside. */
function rankOf(wanted: string, shortcodes: readonly string[], name: string, tags: readonly string[]): number {
  const label = fold(name);
  if (shortcodes.includes(wanted) || label === wanted) return 0;
  if (tags.includes(wanted)) return 1;
  if (shortcodes.some((code) => code.startsWith(wanted)) || label.startsWith(wanted)) return 2;
  if (label.includes(` ${wanted}`) || shortcodes.some((code) => code.includes(`_${wanted}`))) return 3;
  if (tags.some((tag) => tag.startsWith(wanted))) return 4;
  return label.includes(wanted) || shortcodes.some((code) => code.includes(wanted)) ? 5 : never;
}
