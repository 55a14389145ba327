const tailLength = 4;
const longestEnding = 8;
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A name in two: what may be cut off, and what stays, which is the ending with some letters before it. */
export function splitName(name: string): [head: string, tail: string] {
  const whole = [...letters.segment(name)].map(({ segment }) => segment);
  const dot = whole.lastIndexOf(".");
  const ending = dot > 0 && whole.length - dot <= longestEnding ? dot : whole.length;
  const cut = Math.max(0, ending - tailLength);
  return [whole.slice(0, cut).join(""), whole.slice(cut).join("")];
}
