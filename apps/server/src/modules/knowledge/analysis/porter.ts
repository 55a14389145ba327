// Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", 1980): install, installs, installing,
// installation and installer become one.
const consonants = "(?:[^aeiouy]|(?<![^aeiou])y|^y)";
const vowel = "(?:[aeiou]|(?<=[^aeiou])y)";
const measured = (least: number) => new RegExp(`^${consonants}*(?:${vowel}+${consonants}+){${least},}`);
const once = measured(1);
const twice = measured(2);
const hasVowel = new RegExp(vowel);
const endsShort = new RegExp(`^${consonants}+${vowel}[^aeiouwxy]$`);
const measuredOnce = new RegExp(`^${consonants}*(?:${vowel}+${consonants}+){1}${vowel}*$`);

const second: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["abli", "able"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
];
const third: readonly (readonly [string, string])[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];
const fourth = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;

export function porterStem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  let stem = pluralOff(word);
  stem = pastOff(stem);
  if (stem.endsWith("y") && hasVowel.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = exchanged(exchanged(stem, second), third);
  const ending = fourth.exec(stem)?.[0];
  if (ending !== undefined && twice.test(stem.slice(0, -ending.length))) stem = stem.slice(0, -ending.length);
  if (stem.endsWith("e")) {
    const rest = stem.slice(0, -1);
    if (twice.test(rest) || (measuredOnce.test(rest) && !endsShort.test(rest))) stem = rest;
  }
  return stem.endsWith("ll") && twice.test(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
}

function pluralOff(word: string): string {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function pastOff(word: string): string {
  if (word.endsWith("eed")) return once.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const ending = /(?:ed|ing)$/.exec(word)?.[0];
  const rest = ending && word.slice(0, -ending.length);
  if (!rest || !hasVowel.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return measuredOnce.test(rest) && endsShort.test(rest) ? `${rest}e` : rest;
}

function exchanged(word: string, endings: readonly (readonly [string, string])[]): string {
  const found = endings
    .filter(([ending]) => word.endsWith(ending))
    .sort(([one], [other]) => other.length - one.length)[0];
  if (!found) return word;
  const rest = word.slice(0, -found[0].length);
  return once.test(rest) ? rest + found[1] : word;
}
