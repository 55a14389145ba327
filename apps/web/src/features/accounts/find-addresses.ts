/** The mail addresses in a text that people paste: parted by commas, spaces or lines, with names around them or not. */
export const findAddresses = (text: string): string[] => [
  ...new Set(text.toLowerCase().match(/[^\s,;<>"()]+@[^\s,;<>"()]+\.[^\s,;<>"().]+/g) ?? []),
];
