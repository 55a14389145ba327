import { DirectionProvider } from "@base-ui/react/direction-provider";
import { type ReactNode, use } from "react";
import { IntlProvider } from "use-intl";
import { type Catalogue, loadCatalogue } from "./catalogue.ts";
import { type Language, languages } from "./languages.ts";

const loading = new Map<Language, Promise<Catalogue>>();

function catalogueOf(language: Language): Promise<Catalogue> {
  const known = loading.get(language) ?? loadCatalogue(language);
  loading.set(language, known);
  return known;
}

type Props = { language: Language; timeZone: string | undefined; children: ReactNode };

/** Suspends until the language is there. */
export function Intl({ language, timeZone, children }: Props) {
  return (
    <IntlProvider locale={language} messages={use(catalogueOf(language))} timeZone={timeZone}>
      <DirectionProvider direction={languages[language].direction}>{children}</DirectionProvider>
    </IntlProvider>
  );
}
