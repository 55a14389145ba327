// What a word is known by: its stem in English, and in the other languages of the app by cutting common endings.
import { porterStem } from "./porter.ts";
import type { Language } from "./stop-words.ts";

const endings: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /(?:ungen|ung|erinnen|erin|ern|em|en|er|es|e|n|s)$/,
  fr: /(?:issements?|ements?|ations?|ateurs?|euses?|(?<!e)aux|ees|ee|ent|ons|ez|er|es|e|s|x)$/,
  es: /(?:amientos?|imientos?|aciones|acion|adoras?|adores?|ando|iendo|adas?|ados?|idas?|idos?|ar|er|ir|os|as|es|o|a|e|s)$/,
  ar: /(?:ات|ون|ين|ها|هم|ية|ه|ة|ي)$/,
};
const beginnings = /^(?:وال|بال|كال|فال|ال|لل)(?=.{3})/;
const shortest = 4;
/** Accents of Latin letters, and points of Arabic ones; the marks of other scripts make other letters. */
const marks = /[\u0300-\u036f\u064b-\u065f\u0670]/g;

const ascii = /^[\x20-\x7e]*$/;

/** A word without case, accents and points, as it is compared. */
export const fold = (word: string): string =>
  ascii.test(word)
    ? word.toLowerCase()
    : word.normalize("NFKD").replace(marks, "").normalize("NFKC").toLowerCase().replaceAll("ß", "ss");

function shortened(word: string, language: Language): string {
  const begun = language === "ar" ? word.replace(beginnings, "") : word;
  const cut = begun.replace(endings[language] ?? /$^/, "");
  return cut.length >= Math.min(shortest, begun.length) || language === "ar" ? cut : begun;
}

const mostRemembered = 20_000;
const remembered = new Map<Language | undefined, Map<string, readonly string[]>>();

/** The forms of a folded word by which it is found, in a text of a language; in a question of any language without one. */
export function formsOf(word: string, language?: Language): readonly string[] {
  const known = rememberedOf(language);
  const found = known.get(word);
  if (found) return found;
  const languages: readonly Language[] = language ? [language] : ["de", "fr", "es", "ar"];
  const others = languages.filter((one) => one in endings).map((one) => shortened(word, one));
  const forms = /\d/.test(word) ? [word] : [...new Set([porterStem(word), ...others])];
  if (known.size >= mostRemembered) known.clear();
  known.set(word, forms);
  return forms;
}

function rememberedOf(language: Language | undefined): Map<string, readonly string[]> {
  const known = remembered.get(language) ?? new Map<string, readonly string[]>();
  remembered.set(language, known);
  return known;
}
