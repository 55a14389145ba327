/** The bytes that are asked for, from `start` to before `end`. */
export type Range = { start: number; end: number };

/** Undefined where the whole is to be given: without a range, with several, or when what the asker has is another version. */
export function rangeOf(headers: Headers, etag: string, sizeBytes: number): Range | "unsatisfiable" | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.get("range")?.replaceAll(" ", "") ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  if ((headers.get("if-range") ?? etag) !== etag) return undefined;
  const range =
    first === ""
      ? { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes }
      : { start: Number(first), end: last === "" ? sizeBytes : Math.min(Number(last) + 1, sizeBytes) };
  if (last !== "" && first !== "" && Number(last) < Number(first)) return undefined;
  return range.start < range.end ? range : "unsatisfiable";
}
