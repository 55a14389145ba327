/** Twelve colours that a person, a room or a workspace may bear; stored as they are, so they never change meaning. */
export const avatarColors = [
  "#0d6b57",
  "#2f7d32",
  "#5d7d12",
  "#96690a",
  "#b3541e",
  "#b3261e",
  "#b02a66",
  "#8a3fb0",
  "#5b4fc4",
  "#2a63c0",
  "#0f7490",
  "#55625d",
] as const;

/** The colour of something that has chosen none: always the same one for the same seed. */
export function pickColor(seed: string): string {
  let sum = 0;
  for (const character of seed) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return avatarColors[sum % avatarColors.length] ?? avatarColors[0];
}

// Black and white are equally readable on this luminance, and both then reach 4.5 to 1.
const turningPoint = 0.179;

/** White or black, whichever is read better on any colour. */
export function readableInk(background: string): "#ffffff" | "#000000" {
  const [red = 0, green = 0, blue = 0] = (background.match(/[0-9a-f]{2}/gi) ?? []).map((part) => {
    const channel = Number.parseInt(part, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > turningPoint ? "#000000" : "#ffffff";
}

/** At most two letters: of the first and the last word, or the first of a name in one word. Signs count where nothing else is. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const wanted = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return wanted
    .map((word = "") => (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? [...word][0] ?? "").toLocaleUpperCase())
    .join("");
}
