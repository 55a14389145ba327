export type Part = { kind: "same" | "added" | "removed"; text: string };

/** Texts with more words than this are told as replaced as a whole: comparing costs the product of both. */
const mostWords = 1_500;

/** What became of a text, word by word, by the longest common subsequence. */
export function diffWords(before: string, after: string): Part[] {
  const old = before.match(words) ?? [];
  const now = after.match(words) ?? [];
  if (old.length > mostWords || now.length > mostWords) return join([part("removed", before), part("added", after)]);
  const common = lengthsOfCommon(old, now);
  const at = (i: number, j: number) => common[i * (now.length + 1) + j] ?? 0;
  const parts: Part[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push(part("same", old[i++] ?? ""));
      j++;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      parts.push(part("removed", old[i++] ?? ""));
    else parts.push(part("added", now[j++] ?? ""));
  }
  return join(parts);
}

const words = /\s+|[^\s]+/g;
const part = (kind: Part["kind"], text: string): Part => ({ kind, text });

/** For each pair of positions, how many words the rests have in common. */
function lengthsOfCommon(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const right = lengths[i * width + j + 1] ?? 0;
      const below = lengths[(i + 1) * width + j] ?? 0;
      lengths[i * width + j] = old[i] === now[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(right, below);
    }
  return lengths;
}

function join(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const next of parts) {
    const last = joined.at(-1);
    if (last?.kind === next.kind) last.text += next.text;
    else if (next.text !== "") joined.push({ ...next });
  }
  return joined;
}
