import type { files } from "@althing/contract";

const kinds: readonly (readonly [RegExp, files.FileKind])[] = [
  [/^image\/(?!svg)/, "image"],
  [/^audio\//, "audio"],
  [/^video\//, "video"],
  [/^application\/pdf$/, "pdf"],
  [/^text\/|json$|xml$/, "text"],
];

/** What a file seems to be, by what this device says; the server looks into it. */
export const kindOf = ({ type }: Blob): files.FileKind => kinds.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
