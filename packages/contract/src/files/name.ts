import { z } from "zod";

const longestBytes = 255;
/** What is longer is refused, and here not even looked at as a whole. */
const longestGiven = 1_000;
/** What would break a line, or show a name in another order than it is written: `exe.gpj` as `jpg.exe`. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name as people may see it: without folders, without what cannot be seen, and at most 255 bytes with its ending. */
export function fileName(given: string): string {
  const last =
    given.slice(0, longestGiven).toWellFormed().normalize("NFC").replace(unseen, "").split(/[/\\]/).at(-1) ?? "";
  const trimmed = last.replace(/^[\s.]+(?=\.)|^[\s.]+$|^\s+|[\s.]+$/gu, "");
  return trimmed === "" ? "file" : shortened(trimmed);
}

function shortened(name: string): string {
  if (bytesOf(name) <= longestBytes) return name;
  const ending = /\.[^.\s]{1,16}$/u.exec(name)?.[0] ?? "";
  let room = longestBytes - bytesOf(ending);
  let kept = "";
  for (const character of name) {
    room -= bytesOf(character);
    if (room < 0) break;
    kept += character;
  }
  return kept + ending;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whatever a device calls its file; it is only shown, and never where a file lies. */
export const FileName = z
  .string()
  .min(1)
  .max(longestGiven)
  .overwrite(fileName)
  .meta({ examples: ["Tide table.pdf"] });
