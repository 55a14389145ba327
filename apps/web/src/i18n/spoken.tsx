import { type ReactNode, use } from "react";
import { IntlProvider, useLocale } from "use-intl";
import { type Catalogue, loadCatalogue } from "./catalogue.ts";
import { chooseLanguage, type Language, localeOf } from "./languages.ts";

const loading = new Map<Language, Promise<Catalogue>>();

/** A language's texts, fetched once. Awaited before the language is spoken, nothing on screen has to wait for them. */
export function catalogueOf(language: Language): Promise<Catalogue> {
  const known = loading.get(language) ?? loadCatalogue(language);
  loading.set(language, known);
  return known;
}

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

/** Suspends until the language is there. */
export function Spoken({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <IntlProvider
      locale={localeOf(language, navigator.languages)}
      messages={use(catalogueOf(language))}
      timeZone={timeZone}
    >
      {children}
    </IntlProvider>
  );
}

/** The language that is spoken around here. */
export const useLanguage = (): Language => chooseLanguage(useLocale(), []);
