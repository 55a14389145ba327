const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

/** How well a text answers what was typed: higher is better, 0 not at all. Accents and case do not count. */
function scoreOf(query: string, text: string): number {
  const found = text.indexOf(query);
  if (text === query) return 5;
  if (found === 0) return 4;
  if (found > 0) return /[\s\-_.#/(]/.test(text.charAt(found - 1)) ? 3 : 2;
  let at = 0;
  for (const letter of text) if (letter === query[at]) at++;
  return at === query.length && query.length > 1 ? 1 : 0;
}

/** The things that answer what was typed, the best first; in their own order where they answer equally well. */
export function rank<Thing>(
  query: string,
  things: Iterable<Thing>,
  textsOf: (thing: Thing) => readonly (string | null | undefined)[],
  limit = Number.POSITIVE_INFINITY,
): Thing[] {
  const wanted = fold(query.trim());
  const all = [...things];
  if (wanted === "") return all.slice(0, limit);
  return all
    .map((thing) => ({
      thing,
      score: Math.max(...textsOf(thing).map((text) => (text ? scoreOf(wanted, fold(text)) : 0))),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ thing }) => thing);
}
