/** Mail addresses as people paste them: parted by spaces, commas or semicolons, with names and angle brackets around. */
export function readAddresses(text: string): { addresses: string[]; wrong: string[] } {
  const words = text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^<|>$/g, "").toLowerCase())
    .filter(Boolean);
  const isAddress = (word: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(word);
  return {
    addresses: [...new Set(words.filter(isAddress))],
    // A name beside an address is no mistake; a word with @ that is no address is one.
    wrong: words.filter((word) => !isAddress(word) && (word.includes("@") || !words.some(isAddress))),
  };
}
