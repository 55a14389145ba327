/**
 * Texts are read while building, not in the browser: it gets them as short lists to put together, and no parser. All of a
 * language's texts come in one file, but for those of pages that few open, which come in another.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { Plugin } from "vite";

const folder = join(import.meta.dirname, "../src/i18n/catalogues");
const catalogue = /\/i18n\/catalogues\/(\w+)\/\w+(\.later)?\.json$/;
/** All of a language's files of one kind. */
const whole = /virtual:texts\/(\w+)(\/later)?$/;

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
    resolveId: (id) => (whole.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, language, later] = whole.exec(id) ?? [];
      return language === undefined ? undefined : together(join(folder, language), later !== undefined);
    },
    transform(code, id) {
      return catalogue.test(id) ? { code: JSON.stringify(readied(JSON.parse(code))), map: null } : undefined;
    },
  };
}

/** The file that a catalogue goes into. */
export const chunkOfTexts = (id: string): string | null => {
  const [, language, isLater] = catalogue.exec(id) ?? whole.exec(id) ?? [];
  return language === undefined ? null : `${isLater ? "later" : "texts"}-${language}`;
};

/** A module of all files by their namespaces. */
function together(languageFolder: string, isLater: boolean): string {
  const names = readdirSync(languageFolder).filter((name) => name.endsWith(".later.json") === isLater);
  const imports = names.map((name, at) => `import texts${at} from ${JSON.stringify(join(languageFolder, name))};`);
  const entries = names.map((name, at) => `${name.split(".")[0]}: texts${at}`);
  return `${imports.join("\n")}\nexport const texts = { ${entries.join(", ")} };`;
}

const readied = (texts: Texts): Ready =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === "string" ? compile(text) : readied(text)]),
  );
