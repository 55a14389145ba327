import { type ComponentType, type ReactNode, use, useCallback, useEffect, useMemo } from "react";
import { type IntlError, IntlErrorCode, IntlProvider, useLocale, useMessages } from "use-intl";
import { idleness, later, readable } from "../parts/index.ts";
import { type Catalogue, loadCatalogue, loadLater } from "./catalogue.ts";
import { chooseLanguage, type Language, localeOf } from "./languages.ts";

const loading = new Map<Language, Promise<Catalogue>>();

/** A language's texts, fetched once. Awaited before the language is spoken, nothing on screen has to wait for them. */
export function catalogueOf(language: Language): Promise<Catalogue> {
  const known = loading.get(language) ?? readable(loadCatalogue(language));
  loading.set(language, known);
  return known;
}

/** The device's time zone is not named, since asking for its name takes a browser 40 ms: what is formatted is in it anyhow. */
function tell(error: IntlError): void {
  if (error.code !== IntlErrorCode.ENVIRONMENT_FALLBACK) reportError(error);
}

/** Suspends until the language is there. */
export function Spoken({ language, children }: { language: Language; children: ReactNode }) {
  // What may go wrong is to be told in words that are there by then.
  useEffect(() => void idleness().then(() => laterOf(language, "ui")), [language]);
  return (
    <IntlProvider locale={localeOf(language, navigator.languages)} messages={use(catalogueOf(language))} onError={tell}>
      {children}
    </IntlProvider>
  );
}

const fetched = new Map<string, Promise<Record<string, unknown>>>();

function laterOf(language: Language, namespace: keyof Catalogue): Promise<Record<string, unknown>> {
  const key = `${language} ${namespace}`;
  const known = fetched.get(key) ?? readable(loadLater(language, namespace));
  fetched.set(key, known);
  return known;
}

/** Around pages whose texts come later; suspends until they are there. */
export function SpokenLater({ namespace, children }: { namespace: keyof Catalogue; children: ReactNode }) {
  const early = useMessages();
  const more = use(laterOf(useLanguage(), namespace));
  const messages = useMemo(
    () => ({ ...early, [namespace]: { ...early[namespace], ...more } }),
    [early, more, namespace],
  );
  return (
    <IntlProvider locale={useLocale()} messages={messages} onError={tell}>
      {children}
    </IntlProvider>
  );
}

/** The same for a page or a part of one as a whole. */
export const spokenLater = <Props extends object>(
  namespace: keyof Catalogue,
  Part: ComponentType<Props>,
): ComponentType<Props> =>
  function SpokenPart(props: Props) {
    return (
      <SpokenLater namespace={namespace}>
        <Part {...props} />
      </SpokenLater>
    );
  };

/** What is fetched when it is first shown, with its texts. */
export const laterSpoken = <Part, Name extends keyof Part>(
  namespace: keyof Catalogue,
  load: () => Promise<Part>,
  name: Name,
) => later(load, name, (part) => spokenLater(namespace, part) as typeof part);

/** The language that is spoken around here. */
export const useLanguage = (): Language => chooseLanguage(useLocale(), []);

/** Reads texts that come later, as far as they have come: for what is told without waiting for them. */
export function useLaterTexts(namespace: keyof Catalogue): () => Record<string, unknown> | undefined {
  const language = useLanguage();
  return useCallback(
    () => (laterOf(language, namespace) as { value?: Record<string, unknown> }).value,
    [language, namespace],
  );
}
