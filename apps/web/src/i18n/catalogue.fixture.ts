// Reads catalogues, and which of their texts a source asks for.

type Texts = { readonly [key: string]: string | Texts };

export const textsIn = (texts: Texts, prefix = ""): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[prefix + name, value]] : [...textsIn(value, `${prefix}${name}.`)],
    ),
  );

const namespace = /useTranslations[(<]+"([\w.]+)"/g;
const literal = /"([\w.]+)"/g;
const template = /`((?:[\w.]|\$\{[^{}]*\})*)`/g;
const hole = /\$\{[^{}]*\}/;
/** `t(state)`: the key is a name known elsewhere, one of those directly in the namespace. */
const named = /\bt(\.\w+)?\(\s*[\w.]+\s*[,)]/;

/**
 * The keys that a source may ask for: its namespaces, each with every word in quotes, every template, and, where it asks by
 * a name, every direct child. That a key exists is the type checker's to say, so a word too many does no harm.
 */
export function wantedIn(source: string): RegExp[] {
  const keys = [
    ...[...source.matchAll(literal)].map(([, text = ""]) => RegExp.escape(text)),
    ...[...source.matchAll(template)].map(([, text = ""]) => text.split(hole).map(RegExp.escape).join("\\w+")),
    ...(named.test(source) ? ["\\w+"] : []),
  ];
  const namespaces = [...source.matchAll(namespace)].map(([, name = ""]) => RegExp.escape(name));
  return namespaces.flatMap((name) => keys.filter(Boolean).map((key) => new RegExp(`^${name}\\.${key}$`)));
}
