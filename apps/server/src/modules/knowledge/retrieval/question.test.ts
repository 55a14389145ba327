import { expect, test } from "bun:test";
import { always } from "./period.ts";
import { readQuestion } from "./question.ts";

const now = new Date("2026-11-25T15:00:00Z"); // A Wednesday.
const wordsOf = (question: string) => readQuestion(question, now).terms.map(({ word }) => word);
const periodOf = (question: string) => {
  const { from, to } = readQuestion(question, now).period;
  return [from, to].map((at) => (at === 0 || at === always.to ? null : new Date(at).toISOString().slice(0, 10)));
};

test("only weighty words count, in each of the languages", () => {
  expect(wordsOf("When does the first ferry leave?")).toEqual(["first", "ferry", "leave"]);
  expect(wordsOf("Wann fährt die erste Fähre ab?")).toEqual(["fahrt", "erste", "fahre", "ab"]);
  expect(wordsOf("Quand part le premier bateau ?")).toEqual(["part", "premier", "bateau"]);
  expect(wordsOf("¿Cuándo sale el barco?")).toEqual(["sale", "barco"]);
});

test("where all words are small, they are what there is", () => {
  expect(wordsOf("who is it")).toEqual(["who", "is", "it"]);
});

test("phrases and people", () => {
  const { phrases, named } = readQuestion('What did @Ben say about "east quay"?', now);
  expect([phrases, named]).toEqual([["east quay"], ["ben"]]);
});

test("times, and their words are taken out", () => {
  expect(periodOf("ferries before:2026-05-01")).toEqual([null, "2026-05-01"]);
  expect(periodOf("ferries after 2026-05-01")).toEqual(["2026-05-02", null]);
  expect(periodOf("what was said on 2026-05-01 about ferries")).toEqual(["2026-05-01", "2026-05-02"]);
  expect(periodOf("what about ferries yesterday?")).toEqual(["2026-11-24", "2026-11-25"]);
  expect(periodOf("Was war letzte Woche mit den Fähren?")).toEqual(["2026-11-16", "2026-11-23"]);
  expect(periodOf("先週のフェリー")).toEqual(["2026-11-16", "2026-11-23"]);
  expect(periodOf("ferries last month")).toEqual(["2026-10-01", "2026-11-01"]);
  expect(periodOf("a ferry before the storm")).toEqual([null, null]);
  expect(wordsOf("ferries since 2026-05-01")).toEqual(["ferries"]);
});
