import { expect, test } from "bun:test";
import { porterStem } from "./porter.ts";
import { sentencesOf } from "./sentences.ts";
import { lexemesOf, readWords } from "./words.ts";

test("English words are known by Porter's stems", () => {
  const stems = {
    install: "instal",
    installing: "instal",
    installation: "instal",
    installer: "instal",
    caresses: "caress",
    ponies: "poni",
    agreed: "agre",
    hopping: "hop",
    filing: "file",
    happy: "happi",
    sky: "sky",
    relational: "relat",
    vietnamization: "vietnam",
    triplicate: "triplic",
    hopeful: "hope",
    replacement: "replac",
    adoption: "adopt",
    cease: "ceas",
    controll: "control",
    roll: "roll",
  };
  expect(Object.fromEntries(Object.keys(stems).map((word) => [word, porterStem(word)]))).toEqual(stems);
});

test("a path, a name in code and a version are found whole and by their parts", () => {
  expect(lexemesOf("/etc/apt/sources.list")).toEqual(["etc/apt/sources.list", "apt", "sourc", "list"]);
  expect(lexemesOf("sendMessage")).toEqual(["sendmessage", "send", "messag"]);
  expect(lexemesOf("snake_case_name")).toEqual(["snake_case_name", "snake", "case", "name"]);
  expect(lexemesOf("10.04 c++ ext4")).toEqual(["10.04", "c++", "ext4"]);
});

test("German, French, Spanish and Arabic words are found in their other forms", () => {
  const shares = (one: string, other: string) =>
    lexemesOf(one).some((form) => readWords(other, "question").words.some(({ forms }) => forms.includes(form)));
  expect(shares("Die Abfahrten der Fähren sind da", "Abfahrt")).toBe(true);
  expect(shares("Les bateaux sont dans le port", "bateau")).toBe(true);
  expect(shares("Los barcos están en el puerto", "barco")).toBe(true);
  expect(shares("السفينة في الميناء", "سفينة")).toBe(true);
});

test("Japanese is found by pairs of characters", () => {
  const asked = readWords("始発フェリー", "question").words.flatMap(({ forms }) => forms);
  const said = new Set(lexemesOf("始発のフェリーは六時です"));
  expect(asked.filter((form) => said.has(form))).toEqual(["始発", "フェ", "ェリ", "リー"]);
});

test("accents and case do not matter", () => {
  expect(lexemesOf("Café ÜBER")).toEqual(lexemesOf("cafe uber"));
});

test("sentences stand in the text letter by letter", () => {
  const text = "It leaves at 6:15. Really? Yes!\nBring papers (e.g. a visa).  出発します。六時です。";
  const sentences = sentencesOf(text);
  expect(sentences.every((sentence) => text.includes(sentence))).toBe(true);
  expect(sentences.slice(0, 3)).toEqual(["It leaves at 6:15.", "Really?", "Yes!"]);
  expect(sentences.slice(-2)).toEqual(["出発します。", "六時です。"]);
});
