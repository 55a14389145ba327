import { expect, test } from "bun:test";
import { rank } from "./rank.ts";

const find = (query: string, ...texts: string[]) => rank(query, texts, (text) => [text]);

test("what begins with the query comes before what holds it", () => {
  expect(find("pier", "the-pier", "harbour", "pier-north", "pier")).toEqual(["pier", "pier-north", "the-pier"]);
});

test("accents and case do not count", () => {
  expect(find("cafe", "Café")).toEqual(["Café"]);
  expect(find("JÖR", "Jörg")).toEqual(["Jörg"]);
});

test("letters in their order are enough, one letter is not a sequence", () => {
  expect(find("hrb", "harbour")).toEqual(["harbour"]);
  expect(find("z", "harbour")).toEqual([]);
});

test("nothing typed keeps the order, and at most so many", () => {
  expect(rank(" ", ["b", "a", "c"], (text) => [text], 2)).toEqual(["b", "a"]);
});
