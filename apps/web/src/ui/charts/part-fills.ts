const fills = [
  "fill-part-moss",
  "fill-part-amber",
  "fill-part-glacier",
  "fill-part-rose",
  "fill-part-heather",
  "fill-part-rest",
];

/** Of the parts of a stack, from the bottom up: neighbours differ in lightness too. The last is for what is left over. */
export const partFill = (index: number): string => fills[Math.min(index, fills.length - 1)] ?? "";
