// The names of Unicode's emoji, as people write them between colons: GitHub's, and where it has none, Emojibase's.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A later one prevails. */
const sources = [
  import.meta.resolve("emojibase-data/en/shortcodes/emojibase.json"),
  import.meta.resolve("emojibase-data/en/shortcodes/github.json"),
];

let known: ReadonlyMap<string, string> | undefined;

/** The emoji of a shortcode without its colons. The names are read when first asked for, and only they are kept. */
export function findUnicodeEmoji(shortcode: string): string | undefined {
  known ??= readShortcodes();
  return known.get(shortcode);
}

function readShortcodes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const source of sources) {
    const text = readFileSync(fileURLToPath(source), "utf8");
    for (const [hexcode, names] of Object.entries(JSON.parse(text) as Record<string, string | string[]>)) {
      const emoji = asEmoji(hexcode);
      if (emoji) for (const name of [names].flat()) found.set(name, emoji);
    }
  }
  return found;
}

const endsAsText = /(?!\p{Emoji_Presentation})\p{Emoji}$/u;
const halfFlag = /^\p{Regional_Indicator}$/u;

/** What would be shown as text is followed by U+FE0F, which makes it a picture; half a flag is none. */
function asEmoji(hexcode: string): string | undefined {
  const text = String.fromCodePoint(...hexcode.split("-").map((code) => Number.parseInt(code, 16)));
  if (halfFlag.test(text)) return undefined;
  return endsAsText.test(text) ? `${text}\uFE0F` : text;
}
