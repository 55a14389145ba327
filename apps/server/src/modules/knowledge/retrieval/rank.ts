/**
 * Orders what was found. A passage is worth what it says of the question (as BM25 counts it), and a part of what the
 * messages say that it answers: in a chat the answer is often the reply to the question and has few of its words.
 */
import type { PassageRow } from "../tables.ts";
import { countPhrases, formsOfTerms, fromOthers, type Match, matchText, type WeighedTerm } from "./matching.ts";
import type { Question } from "./question.ts";

export type Ranked = { readonly row: PassageRow; readonly score: number; readonly coverage: number };

export type NamedPerson = { readonly handle: string; readonly sure: boolean };

export type Found = {
  readonly question: Question;
  readonly terms: readonly WeighedTerm[];
  /** All that is looked at, each once. */
  readonly rows: readonly PassageRow[];
  /** Those who are named, for sure or perhaps, by account. */
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly now: number;
};

const saturation = 1.2;
const lengthWeight = 0.5;
const usualLength = 16;
/** How much of what a message answers counts as said by it. */
const fromContext = 0.8;
const contextReach = 4;
const halfLifeMs = 365 * 24 * 60 * 60 * 1_000;

type Judged = { row: PassageRow; match: Match; strengths: number[]; asks: boolean };

export function rank(found: Found): Ranked[] {
  const { terms, rows, question } = found;
  const forms = formsOfTerms(terms);
  const judged = rows.map((row): Judged => {
    const match = matchText(row.text, forms, terms.length);
    return { row, match, strengths: strengthsOf(match), asks: isQuestion(row.text) };
  });
  const contexts = contextsOf(judged);
  return judged
    .map((one) => judge(one, contexts.get(one.row.message_id) ?? [], found, question))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || other.row.stamp - one.row.stamp);
}

function judge(one: Judged, context: readonly Judged[], found: Found, question: Question): Ranked {
  const { terms, people, now } = found;
  const { row, match, strengths, asks } = one;
  let own = 0;
  let lent = 0;
  let covered = 0;
  let whole = 0;
  terms.forEach(({ weight, counts, word }, index) => {
    const strength = strengths[index] ?? 0;
    const around = Math.max(0, ...context.map((other) => (other.strengths[index] ?? 0) * lentBy(other, one)));
    own += weight * strength;
    lent += weight * Math.max(0, around - strength);
    if (!counts) return;
    whole += weight;
    const isOwn = (match.counts[index] ?? 0) > 0 || context.some((other) => (other.match.counts[index] ?? 0) > 0);
    if (isOwn || people.get(row.author_id)?.handle === word) covered += weight;
    else if (strength > 0 || around > 0) covered += weight * fromOthers;
  });
  const phrases = countPhrases(row.text, question);
  const missing = question.phrases.length > 0 && phrases === 0 ? 0.3 : 1;
  const recency = 0.5 ** (Math.max(0, now - row.stamp / 1_000) / halfLifeMs);
  const worth = own * (1 + 0.3 * match.nearness) + (match.wordCount > 2 ? lent : 0);
  const coverage = whole === 0 ? 0 : Math.min(1, covered / whole);
  const score =
    worth *
    (0.5 + 0.5 * coverage) *
    (asks ? 0.5 : 1) *
    newsFactor(match) *
    matterFactor(row.text) *
    missing *
    (1 + 0.5 * phrases) *
    personFactor(row, people) *
    (1 + 0.05 * recency);
  return { row, score, coverage };
}

/** Who asked goes on asking; others answer. */
const lentBy = (other: Judged, one: Judged): number =>
  other.row.author_id === one.row.author_id ? fromContext / 2 : fromContext;

function strengthsOf({ counts, others, wordCount }: Match): number[] {
  const length = saturation * (1 - lengthWeight + (lengthWeight * wordCount) / usualLength);
  const strengthOf = (count: number) => (count * (saturation + 1)) / (count + length);
  return counts.map((count, index) => Math.max(strengthOf(count), fromOthers * strengthOf(others[index] ?? 0)));
}

/** What each message answers: what began its thread, what was said just before in it, or in the room by someone else. */
function contextsOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const contexts = new Map<string, Judged[]>();
  const threads = Map.groupBy(judged, ({ row }) => row.root_id ?? row.message_id);
  for (const thread of threads.values()) {
    const inOrder = thread.toSorted((one, other) => one.row.seq - other.row.seq);
    inOrder.forEach((one, index) => {
      const before = inOrder.slice(Math.max(0, index - contextReach), index);
      const root = inOrder[0] === one ? [] : inOrder.slice(0, 1);
      contexts.set(one.row.message_id, [...new Set([...root, ...before])]);
    });
  }
  for (const room of Map.groupBy(judged, ({ row }) => row.room_id).values()) {
    const inOrder = room.toSorted((one, other) => one.row.seq - other.row.seq);
    inOrder.forEach((one, index) => {
      if ((contexts.get(one.row.message_id) ?? []).length > 0) return;
      const before = inOrder.slice(Math.max(0, index - contextReach), index).filter((other) => answers(one, other));
      contexts.set(one.row.message_id, before);
    });
  }
  return contexts;
}

const nearby = 12;
/** Said soon after a question of someone else, outside of threads. */
const answers = (one: Judged, other: Judged): boolean =>
  other.asks &&
  other.row.author_id !== one.row.author_id &&
  one.row.root_id === null &&
  other.row.root_id === null &&
  one.row.seq - other.row.seq <= nearby;

/** Chats have few question marks: how it begins tells, too. */
const asking = new RegExp(
  `^(?:@\\S+|\\S+[:,])?\\s*(?:(?:hi|hello|hey|ok|so|and|but|well|please|guys|all|everyone)[,!.]?\\s+)*(?:${[
    "how|what|where|why|who|which|when|is|are|do|does|did|can|could|should|would|will|has|have|any(?:one|body)|i(?:'m| am) trying",
    "i (?:want|need|have a|would like)|wie|was|wo|warum|wer|welche\\w*|wann|kann|gibt|comment|pourquoi|où|quel\\w*|est-ce|cómo|qué",
    "dónde|cuándo|quién|hay",
  ].join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);
const isQuestion = (text: string): boolean => /[?？؟][\s)"'”]*(?:$|\s)/u.test(text) || asking.test(text);

/** An answer brings words of its own. */
const newsFactor = ({ news }: Match): number => Math.min(1, 0.4 + 0.12 * news);
/** An address or a command is something to go by; thanks are nothing. */
const matterFactor = (text: string): number =>
  thanks.test(text) ? 0.4 : /https?:\/\/|(?:^|\s)(?:sudo|\/\w+\/\w)/u.test(text) ? 1.15 : 1;
const thanks = /(?<!\p{L})(?:thanks|thank you|thx|danke|merci|gracias|شكرا|ありがとう)(?!\p{L})/iu;

/** Whom a question names by `@` is meant to have said it; a word that happens to be someone's handle is a hint. */
const personFactor = (row: PassageRow, people: Found["people"]): number => {
  const person = people.get(row.author_id);
  if (person) return person.sure ? 2 : 1.3;
  return [...people.values()].some(({ sure }) => sure) ? 0.5 : 1;
};
