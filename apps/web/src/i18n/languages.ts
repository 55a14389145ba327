/** The languages that the app speaks, by BCP 47 tag, each under its own name. */
export const languages = {
  en: { name: "English", direction: "ltr" },
  de: { name: "Deutsch", direction: "ltr" },
  es: { name: "Español", direction: "ltr" },
  fr: { name: "Français", direction: "ltr" },
  ja: { name: "日本語", direction: "ltr" },
  ar: { name: "العربية", direction: "rtl" },
} as const;
export type Language = keyof typeof languages;

const languagePart = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** The language to speak: what was chosen, else the first of the browser's that the app has, else English. */
export function chooseLanguage(chosen: string | null | undefined, browser: readonly string[]): Language {
  const wished = chosen ? [chosen, ...browser] : browser;
  return wished.map(languagePart).find(isLanguage) ?? "en";
}

/** In what way to write dates and numbers in a language: that of the browser's region, where it names one. */
export const localeOf = (language: Language, browser: readonly string[]): string =>
  browser.find((tag) => languagePart(tag) === language) ?? language;
