// The answer of an installation without a model: what people said, word for word, or that nothing was found; pure.

import type { Language } from "../analysis/stop-words.ts";
import { readWords } from "../analysis/words.ts";
import type { Passage } from "../queries/find-passages.ts";

/** Below this share of the question's weighty words nothing answers it. */
const enough = 0.5;
const mostQuotes = 4;
const mostClosest = 3;
/** What is this much weaker than the best says something else. */
const comparable = 0.55;

const words: Readonly<Record<Language, { found: string; nothing: string; closest: string }>> = {
  en: {
    found: "This was said about it:",
    nothing: "I found nothing that clearly answers this.",
    closest: "The closest matches:",
  },
  de: {
    found: "Das wurde dazu gesagt:",
    nothing: "Ich habe nichts gefunden, das dies klar beantwortet.",
    closest: "Am nächsten kommt:",
  },
  fr: {
    found: "Voici ce qui a été dit :",
    nothing: "Je n’ai rien trouvé qui y réponde clairement.",
    closest: "Ce qui s’en rapproche le plus :",
  },
  es: {
    found: "Esto se dijo al respecto:",
    nothing: "No encontré nada que lo responda con claridad.",
    closest: "Lo más parecido:",
  },
  ar: { found: "هذا ما قيل عن ذلك:", nothing: "لم أجد ما يجيب عن هذا بوضوح.", closest: "أقرب ما وجدت:" },
  ja: {
    found: "次のような発言がありました。",
    nothing: "はっきりした答えは見つかりませんでした。",
    closest: "近い発言：",
  },
};

export type QuotedAnswer = { answered: boolean; body: string; used: Passage[] };

/** Markdown; `[n]` is the number of the passage in `used`, from 1. */
export function quoteAnswer(question: string, passages: readonly Passage[]): QuotedAnswer {
  const { found, nothing, closest } = words[languageOfQuestion(question)];
  const best = passages[0]?.score ?? 0;
  const fitting = passages.filter(({ coverage, score }) => coverage >= enough && score >= best * comparable);
  if (fitting.length > 0) {
    const used = fitting.slice(0, mostQuotes);
    return { answered: true, body: [found, ...used.map(quoted)].join("\n\n"), used };
  }
  const used = passages.slice(0, mostClosest);
  const body = used.length === 0 ? nothing : [`${nothing} ${closest}`, ...used.map(quoted)].join("\n\n");
  return { answered: false, body, used };
}

function languageOfQuestion(question: string): Language {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question)) return "ja";
  if (/\p{Script=Arabic}/u.test(question)) return "ar";
  return readWords(question).language;
}

/** Each line of the quote is quoted, and nothing in it is markup: it says what was said. */
const quoted = ({ quote }: Passage, index: number): string =>
  quote
    .split("\n")
    .map((line, at, lines) => `> ${escaped(line)}${at === lines.length - 1 ? ` [${index + 1}]` : ""}`)
    .join("\n");

const address = /(https?:\/\/\S+)/;
const inlineMarkup = /[\\`*[\]<>|$@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|&(?=#?\w+;)|:(?=[\w+-]+:)/gu;
const blockMarkup = /^(\s*)([#+=-]|\d+(?=[.)]))(?=[\s.)=-]|$)/;

const escaped = (line: string): string =>
  line
    .split(address)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(inlineMarkup, "\\$&")))
    .join("")
    .replace(blockMarkup, escapedBlock);
const escapedBlock = (_: string, space: string, mark: string): string =>
  /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`;
