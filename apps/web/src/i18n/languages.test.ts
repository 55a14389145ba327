import { expect, test } from "bun:test";
import { chooseLanguage, localeOf } from "./languages.ts";

test("the language is the chosen one, else the browser's first that there is, else English", () => {
  expect(chooseLanguage("ja", ["de-AT"])).toBe("ja");
  expect(chooseLanguage(null, ["pt-BR", "de-AT", "en"])).toBe("de");
  expect(chooseLanguage(undefined, ["tlh"])).toBe("en");
});

test("dates are written as in the browser's region, where it names one of the language", () => {
  expect(localeOf("en", ["de-AT", "en-GB", "en"])).toBe("en-GB");
  expect(localeOf("fr", ["en-GB"])).toBe("fr");
});
