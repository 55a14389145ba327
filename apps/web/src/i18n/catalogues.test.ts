/** What every language must have, what no text may be, and that no text stands there for nobody. */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { textsIn, wantedIn } from "./catalogue.fixture.ts";
import { languages } from "./languages.ts";

const folder = join(import.meta.dir, "catalogues");
const spoken = readdirSync(folder);
const english = readLanguage("en");

/** All texts of a language by their whole keys: `shell.palette.open`. */
function readLanguage(language: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(folder, language));
  const texts = files.map((file) => {
    const namespace = file.replace(/(\.later)?\.json$/, "");
    return textsIn({ [namespace]: JSON.parse(readFileSync(join(folder, language, file), "utf8")) });
  });
  return new Map(texts.flatMap((some) => [...some]));
}

/** What a text is given and how it uses it: `count: plural`, `strength: select 0 1 2 other`, `<b>`. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)];
    const inside =
      "options" in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : [];
    // Languages differ in their plurals, and never in what they tell apart.
    const cases = element.type === TYPE.select ? ` ${Object.keys(element.options).sort().join(" ")}` : "";
    return [`${element.value}: ${TYPE[element.type]}${cases}`, ...inside];
  });
  return [...new Set(found)].sort();
}

describe.each(spoken)("%s", (language) => {
  const texts = readLanguage(language);

  test("has the texts that English has", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("is given the same in each text, and says something", () => {
    for (const [key, text] of texts) {
      expect([key, text.trim() !== ""]).toEqual([key, true]);
      expect([key, argumentsOf(parse(text))]).toEqual([key, argumentsOf(parse(english.get(key) ?? text))]);
    }
  });
});

test("every language of the app has its texts", () => {
  expect([...spoken].sort()).toEqual(Object.keys(languages).sort());
});

test("every text is said somewhere", () => {
  const root = join(import.meta.dir, "..");
  const sources = [...new Bun.Glob("**/*.{ts,tsx}").scanSync({ cwd: root })].filter((file) => !file.includes(".test."));
  const wanted = sources.flatMap((file) => wantedIn(readFileSync(join(root, file), "utf8")));
  const keys = [...english.keys()];
  expect(keys.filter((key) => !wanted.some((pattern) => pattern.test(key)))).toEqual([]);
});

describe("what a source says", () => {
  const says = (source: string, key: string) => wantedIn(source).some((pattern) => pattern.test(key));

  test("is found by its namespace and its key, wherever the key stands", () => {
    const source = `const t = useTranslations("rooms.list"); t(isOpen ? "shut" : "open.all")`;
    expect(says(source, "rooms.list.shut")).toBe(true);
    expect(says(source, "rooms.list.open.all")).toBe(true);
    expect(says(source, "rooms.list.open")).toBe(false);
    expect(says(source, "rooms.shut")).toBe(false);
  });

  test("may be put together, and may be a name that comes from elsewhere", () => {
    const composed = `const t = useTranslations("ui"); t(\`problems.\${code}.title\`)`;
    expect(says(composed, "ui.problems.room_archived.title")).toBe(true);
    expect(says(composed, "ui.problems.room_archived.message")).toBe(false);
    const named = `const t = useTranslations("ui.presence"); t(state); t.rich(other, {})`;
    expect(says(named, "ui.presence.away")).toBe(true);
    expect(says(named, "ui.presence.away.hint")).toBe(false);
  });
});
