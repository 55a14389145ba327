import { expect, test } from "bun:test";
import type { assistants } from "@althing/contract";
import { linkPolicy, resolveCitations } from "./citations.ts";

const source = (handle: number, quote = "", cited = false): assistants.Source => ({
  handle,
  kind: "message",
  title: "Ana in #pier",
  quote,
  cited,
  roomId: null,
  messageId: null,
  author: null,
  at: null,
  url: null,
});
const given = [source(1), source(2), source(3)];
const textOf = (text: string) => resolveCitations(text, given).text;

test("numbers that were given count, and the others are taken out", () => {
  const { text, sources } = resolveCitations("The ferry leaves at nine [2]. It costs five [7].", given);
  expect(text).toBe("The ferry leaves at nine [2]. It costs five.");
  expect(sources.map(({ cited }) => cited)).toEqual([false, true, false]);
});

test("several in one pair of brackets are told apart", () => {
  expect(textOf("Both say so [1, 3, 9].")).toBe("Both say so [1][3].");
});

test("code, links and escaped brackets are left alone", () => {
  for (const text of ["`list[7]`", "```\nlist[7]\n```", "[7](https://a.example)", "\\[7]", "```\nlist[7]"])
    expect(textOf(text)).toBe(text);
});

test("links lead to what a cited source has, and nowhere else", () => {
  const mayLink = linkPolicy(
    [source(1, "See https://a.example/tides for it", true), source(2, "https://b.example")],
    "https://us.example",
  );
  const asked = ["https://a.example/tides", "https://a.example/tides?q=1", "https://b.example", "https://us.example/x"];
  expect(asked.map(mayLink)).toEqual([true, false, false, true]);
});
