/**
 * The mail addresses in a text that people paste: parted by commas, spaces or lines, with names around them or not.
 * `wrong` is what was meant for one and is none, so that nobody is left out unnoticed.
 */
export function findAddresses(text: string): { addresses: readonly string[]; wrong: readonly string[] } {
  const entries = text
    .replaceAll(/"[^"]*"/g, " ")
    .split(/[,;\n]/)
    .map((entry) => entry.split(/[\s<>()]+/).flatMap((word) => word.replace(/\.+$/, "").toLowerCase() || []));
  // A word that stands alone and has a dot may have lost its sign.
  const meant = entries.flatMap((words) => words.filter((word) => word.includes("@") || isLoneWithDot(word, words)));
  const addresses = meant.filter((word) => isAddress.test(word));
  return { addresses: [...new Set(addresses)], wrong: meant.filter((word) => !isAddress.test(word)) };
}

const isAddress = /^[^@]+@[^@]+\.[^@.]+$/;
const isLoneWithDot = (word: string, { length }: readonly string[]): boolean => length === 1 && /\w\.\w/.test(word);
