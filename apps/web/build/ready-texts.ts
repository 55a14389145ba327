/**
 * Texts are read while building, not in the browser: it gets them as short lists to put together, and no parser. All of a
 * language's texts come in one file, but for those of pages that few open, which come in another.
 */
import compile from "icu-minify/compile";
import type { Plugin } from "vite";

const catalogue = /\/i18n\/catalogues\/(\w+)\/\w+(\.later)?\.json$/;

type Texts = { readonly [key: string]: string | Texts };
type Ready = { [key: string]: ReturnType<typeof compile> | Ready };

export function readyTexts(): Plugin {
  return {
    name: "ready-texts",
    enforce: "pre",
    config: () => ({
      resolve: { alias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
      optimizeDeps: { exclude: ["use-intl"] },
    }),
    transform(code, id) {
      return catalogue.test(id) ? { code: JSON.stringify(readied(JSON.parse(code))), map: null } : undefined;
    },
  };
}

/** The file that a catalogue goes into. */
export const chunkOfTexts = (id: string): string | null => {
  const [, language, isLater] = catalogue.exec(id) ?? [];
  return language === undefined ? null : `${isLater ? "later" : "texts"}-${language}`;
};

const readied = (texts: Texts): Ready =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === "string" ? compile(text) : readied(text)]),
  );
