// A text as its sentences, word for word: what is cut out of it must stand in it.
const ends = /(?<=[.!?…]["'”’)\]]*)\s+(?=\S)|(?<=[。！？])|\n+/u;
const longest = 400;

/** In order; the very long ones are cut at a space. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(ends)
    .flatMap(cut)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

function cut(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence];
  const space = sentence.lastIndexOf(" ", longest);
  const at = space > longest / 2 ? space : longest;
  return [sentence.slice(0, at), ...cut(sentence.slice(at))];
}
