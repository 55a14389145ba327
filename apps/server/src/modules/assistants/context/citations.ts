/** `[2]` in an answer is a claim of the model: it counts where the number was given, and is taken out where it was not. */
import type { assistants } from "@althing/contract";

export type Cited = { readonly text: string; readonly sources: assistants.Source[] };

/** Code is left alone, as are links, whose text stands in the same brackets. */
const pieces = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)|(?<!\\)\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\](?!\(|\[|:)/g;

export function resolveCitations(text: string, given: readonly assistants.Source[]): Cited {
  const known = new Set(given.map(({ handle }) => handle));
  const cited = new Set<number>();
  const resolved = text.replace(pieces, (whole, code: string | undefined, numbers: string) => {
    if (code !== undefined) return whole;
    const valid = numbers
      .split(",")
      .map(Number)
      .filter((handle) => known.has(handle));
    for (const handle of valid) cited.add(handle);
    return valid.map((handle) => `[${handle}]`).join("");
  });
  // What was taken out leaves its space behind.
  const tidy = resolved === text ? text : resolved.replace(/[ \t]+(?=[.,;:!?](?:\s|$)|$)/gm, "");
  return { text: tidy, sources: given.map((source) => ({ ...source, cited: cited.has(source.handle) })) };
}

const addresses = /https?:\/\/[^\s<>"'`)\]]+/g;

/** Where links of an answer may lead: addresses that stand in a source that it cites, word for word, and our own. */
export function linkPolicy(sources: readonly assistants.Source[], publicUrl: string): (address: string) => boolean {
  const known = new Set(
    sources
      .filter(({ cited }) => cited)
      .flatMap(({ url, quote }) => [...(url === null ? [] : [url]), ...(quote.match(addresses) ?? [])]),
  );
  return (address) => known.has(address) || (publicUrl !== "" && address.startsWith(`${publicUrl}/`));
}
