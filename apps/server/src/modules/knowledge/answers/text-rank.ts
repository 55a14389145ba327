// Which sentences say most of what the others say: TextRank (Mihalcea and Tarau, 2004) over their shared words; pure.
import { readWords } from "../analysis/words.ts";

const damping = 0.85;
const rounds = 20;

/** A worth for each of the sentences, around 1. */
export function textRank(sentences: readonly string[]): number[] {
  const words = sentences.map(wordsOf);
  const links = words.map((one, index) =>
    words.map((other, at) => (at === index || one.size < 2 || other.size < 2 ? 0 : likeness(one, other))),
  );
  const sums = links.map((row) => row.reduce((total, link) => total + link, 0));
  let worths = sentences.map(() => 1);
  for (let round = 0; round < rounds; round++) {
    worths = worths.map((_, index) => {
      let given = 0;
      links.forEach((row, from) => {
        const link = row[index] ?? 0;
        if (link > 0) given += (link / (sums[from] ?? 1)) * (worths[from] ?? 0);
      });
      return 1 - damping + damping * given;
    });
  }
  return worths;
}

const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.intersection(other).size / (Math.log(one.size) + Math.log(other.size));

const wordsOf = (sentence: string): ReadonlySet<string> =>
  new Set(readWords(sentence).words.flatMap(({ stop, forms }) => (stop ? [] : (forms[0] ?? []))));
