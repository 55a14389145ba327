import { expect, test } from "bun:test";
import type { accounts, messages, rooms } from "@althing/contract";
import type { Passage } from "../queries/find-passages.ts";
import { digest } from "./digest.ts";
import { quoteAnswer } from "./quote-answer.ts";

const person = (name: string): accounts.AccountRef => ({
  id: name as accounts.AccountRef["id"],
  handle: name.toLowerCase(),
  name,
  kind: "person",
});
const passage = (quote: string, coverage: number, score = 1): Passage => ({
  messageId: quote as messages.MessageId,
  roomId: "r" as rooms.RoomId,
  rootId: null,
  author: person("Ana"),
  at: new Date(0),
  seq: 1,
  text: quote,
  quote,
  score,
  coverage,
});

test("what covers the question is quoted, numbered as it is used", () => {
  const passages = [passage("It leaves at 06:15.", 1, 10), passage("Two\nlines", 0.6, 8), passage("A little", 0.3, 9)];
  const { answered, body, used } = quoteAnswer("When does the ferry leave?", passages);
  expect({ answered, body }).toEqual({
    answered: true,
    body: "This was said about it:\n\n> It leaves at 06:15. [1]\n\n> Two\n> lines [2]",
  });
  expect(used).toEqual(passages.slice(0, 2));
});

test("below the threshold it declines, names what comes closest, and speaks the language of the question", () => {
  const { answered, body, used } = quoteAnswer("Wann geht die Fähre ab?", [passage("Der Kran ist grün.", 0.2)]);
  expect({ answered, body, used: used.length }).toEqual({
    answered: false,
    body: "Ich habe nichts gefunden, das dies klar beantwortet. Am nächsten kommt:\n\n> Der Kran ist grün. [1]",
    used: 1,
  });
  expect(quoteAnswer("Why?", []).body).toBe("I found nothing that clearly answers this.");
});

test("what is quoted calls nobody and is no markup", () => {
  const { body } = quoteAnswer("x", [passage("# @ana see *this* <b> snake_case :tada: https://a.example/b_c*d", 1)]);
  expect(body.split("> ")[1]).toBe("\\# \\@ana see \\*this\\* \\<b\\");
  expect(body).toContain("snake_case \\:tada: https://a.example/b_c*d [1]");
});

test("a digest is chosen from what was said, in six languages", () => {
  const said = [
    ["Ana", "The ferry needs a new engine before winter. See https://ferry.example/engines."],
    ["Ben", "A new engine for the ferry costs too much; the old engine can be repaired."],
    ["Ana", "We decided to repair the old engine."],
    ["Cem", "I'll call the yard about the engine tomorrow."],
    ["Ben", "Wir haben beschlossen, im Mai zu fahren."],
    ["Ben", "Könntest du bitte die Papiere schicken?"],
    ["Ana", "On a décidé de partir lundi."],
    ["Cem", "Hemos decidido esperar. Por favor, envía el contrato."],
    ["Cem", "قررنا الانتظار."],
    ["Ana", "月曜日に決定しました。資料をお願いします。"],
    ["Ana", "Who has the key to the shed?"],
  ] as const;
  const given = said.map(([name, text], index) => ({
    id: `m${index}` as messages.MessageId,
    author: person(name),
    at: new Date(index * 60_000),
    text,
  }));
  const found = digest(given);
  const texts = (list: { text: string }[]) => list.map(({ text }) => text);
  expect(
    found.sentences.every(({ messageId, text }) => given.find(({ id }) => id === messageId)?.text.includes(text)),
  ).toBe(true);
  expect(texts(found.sentences)).toContain(
    "A new engine for the ferry costs too much; the old engine can be repaired.",
  );
  expect(found.people.map(({ name }) => name)).toEqual(["Ana", "Ben", "Cem"]);
  expect(found.links).toEqual(["https://ferry.example/engines"]);
  expect(texts(found.decisions)).toEqual([
    "We decided to repair the old engine.",
    "Wir haben beschlossen, im Mai zu fahren.",
    "On a décidé de partir lundi.",
    "Hemos decidido esperar.",
    "قررنا الانتظار.",
    "月曜日に決定しました。",
  ]);
  expect(texts(found.actions)).toEqual([
    "I'll call the yard about the engine tomorrow.",
    "Könntest du bitte die Papiere schicken?",
    "Por favor, envía el contrato.",
    "資料をお願いします。",
  ]);
  expect(texts(found.questions)).toEqual(["Who has the key to the shed?"]);
});
