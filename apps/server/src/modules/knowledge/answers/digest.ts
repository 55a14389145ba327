// What a stretch of conversation comes to, in its own words: nothing is written that was not said; pure.
import type { accounts, messages } from "@althing/contract";
import { sentencesOf } from "../analysis/sentences.ts";
import { asks, isAction, isDecision } from "./patterns.ts";
import { textRank } from "./text-rank.ts";

type Said = { messageId: messages.MessageId; text: string };
type DigestedMessage = {
  readonly id: messages.MessageId;
  readonly author: accounts.AccountRef;
  readonly at: Date;
  readonly text: string;
};

export type Digest = {
  /** The most telling ones, in the order in which they were said. */
  sentences: Said[];
  /** Who spoke, those who said most first. */
  people: accounts.AccountRef[];
  links: string[];
  /** Questions that nobody answered right after. */
  questions: Said[];
  decisions: Said[];
  actions: Said[];
};

/** More than this is too much to compare each with each: the longest ones are, which tell most. */
const mostCompared = 300;
const mostListed = 20;
const shortest = 12;
const link = /https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/g;

type Sentence = Said & { place: number; author: string };

export function digest(given: readonly DigestedMessage[]): Digest {
  const inOrder = given.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const sentences = inOrder.flatMap(({ id, author, text }, place) =>
    sentencesOf(text).map((sentence): Sentence => ({ messageId: id, text: sentence, place, author: author.id })),
  );
  const listed = (chosen: readonly Sentence[]): Said[] =>
    chosen.slice(0, mostListed).map(({ messageId, text }) => ({ messageId, text }));
  return {
    sentences: listed(mostTelling(sentences)),
    people: peopleOf(inOrder),
    links: [...new Set(inOrder.flatMap(({ text }) => text.match(link) ?? []))].slice(0, mostListed),
    questions: listed(sentences.filter((one) => asks(one.text) && isOpen(one, inOrder))),
    decisions: listed(sentences.filter(({ text }) => !asks(text) && isDecision(text))),
    actions: listed(sentences.filter(({ text }) => isAction(text))),
  };
}

/** About one in eight, at least three and at most eight. */
function mostTelling(sentences: readonly Sentence[]): Sentence[] {
  const speaking = sentences.filter(({ text }) => text.length >= shortest);
  const compared = speaking.toSorted((one, other) => other.text.length - one.text.length).slice(0, mostCompared);
  const worths = textRank(compared.map(({ text }) => text));
  const count = Math.min(8, Math.max(3, Math.round(speaking.length / 8)));
  return compared
    .map((sentence, index) => ({ sentence, worth: worths[index] ?? 0 }))
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, count)
    .map(({ sentence }) => sentence)
    .toSorted((one, other) => one.place - other.place);
}

function peopleOf(said: readonly DigestedMessage[]): accounts.AccountRef[] {
  const byAuthor = [...Map.groupBy(said, ({ author }) => author.id).values()];
  return byAuthor.toSorted((one, other) => other.length - one.length).flatMap(([first]) => first?.author ?? []);
}

const answeredWithin = 5;

/** Nobody else said anything that is no question within the next few messages. */
function isOpen({ place, author }: Sentence, said: readonly DigestedMessage[]): boolean {
  const next = said.slice(place + 1, place + 1 + answeredWithin);
  return !next.some((one) => one.author.id !== author && !asks(one.text));
}
