/** The Unicode emoji with their names in one language; fetched when first wanted, as a chunk of its own. */
import { fold } from "./fold.ts";

export type CustomEmoji = { name: string; url: string };

export type UnicodeEmoji = {
  unicode: string;
  name: string;
  /** As in `:thumbsup:`, the same in every language. */
  shortcodes: readonly string[];
  /** Other words for it, folded for the search. */
  tags: readonly string[];
  group: EmojiGroup;
  /** The same with each tone of skin, from light to dark, where it has one. */
  skins: readonly string[];
};

/** In the order of emojibase's group numbers; 2 holds loose parts that nobody picks. */
const groups = [
  "smileys",
  "people",
  undefined,
  "animals",
  "food",
  "travel",
  "activities",
  "objects",
  "symbols",
  "flags",
] as const;
export const emojiGroups = groups.filter((group) => group !== undefined);
export type EmojiGroup = (typeof emojiGroups)[number];

type Written = {
  hexcode: string;
  unicode: string;
  label: string;
  tags?: string[];
  group?: number;
  order?: number;
  skins?: Written[];
};

const names: Record<string, () => Promise<{ default: Written[] }>> = {
  en: () => import("emojibase-data/en/compact.json"),
  de: () => import("emojibase-data/de/compact.json"),
  es: () => import("emojibase-data/es/compact.json"),
  fr: () => import("emojibase-data/fr/compact.json"),
  ja: () => import("emojibase-data/ja/compact.json"),
};
const loading = new Map<string, Promise<UnicodeEmoji[]>>();

/** In the order of a keyboard; in English where the language has no names. */
export function loadEmoji(language: string): Promise<UnicodeEmoji[]> {
  const spoken = names[language] ? language : "en";
  const known = loading.get(spoken) ?? readEmoji(spoken);
  loading.set(spoken, known);
  known.catch(() => loading.delete(spoken));
  return known;
}

async function readEmoji(language: string): Promise<UnicodeEmoji[]> {
  const [{ default: written }, { default: shortcodes }] = await Promise.all([
    names[language]?.() ?? { default: [] },
    import("emojibase-data/en/shortcodes/github.json"),
  ]);
  return written
    .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .flatMap(({ hexcode, unicode, label, tags = [], group: number = -1, skins = [] }) => {
      const group = groups[number];
      if (!group) return [];
      const tones = skins.filter((skin) => hasOneTone(skin.hexcode)).map((skin) => qualify(skin.unicode));
      const codes = [shortcodes[hexcode] ?? []].flat();
      return { unicode: qualify(unicode), name: label, tags: tags.map(fold), group, shortcodes: codes, skins: tones };
    });
}

// Two people may have a tone each; only the five with the same tone for both are offered.
const hasOneTone = (hexcode: string) => new Set(hexcode.match(/1F3F[B-F]/g)).size === 1;

/** Made when it is first asked for: the list of all emoji takes a browser 20 ms to read. */
let wellFormed: RegExp | undefined;

/** One way to write each, so that two people who mean the same emoji react with the same. */
function qualify(unicode: string): string {
  const short = unicode.replaceAll("\uFE0F", "");
  wellFormed ??= /^\p{RGI_Emoji}$/v;
  return wellFormed.test(short) ? short : unicode;
}
