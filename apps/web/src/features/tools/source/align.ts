// What two texts have in common, and where they differ: by lines, and within lines by words.

export type Pair<Piece> = { left: Piece | undefined; right: Piece | undefined; isSame: boolean };

/** Lays two lists side by side so that as much as possible stands beside its like; what differs is paired in order. */
export function align(left: readonly string[], right: readonly string[]): Pair<string>[] {
  const pairs: Pair<string>[] = [];
  let [at, beside] = [0, 0];
  for (const [mine, theirs] of [...commonPlaces(left, right), [left.length, right.length] as const]) {
    for (let step = 0; step < Math.max(mine - at, theirs - beside); step++) {
      const [one, other] = [at + step, beside + step];
      pairs.push({
        left: one < mine ? left[one] : undefined,
        right: other < theirs ? right[other] : undefined,
        isSame: false,
      });
    }
    if (mine < left.length) pairs.push({ left: left[mine], right: right[theirs], isSame: true });
    [at, beside] = [mine + 1, theirs + 1];
  }
  return pairs;
}

/** The places of a longest common subsequence, in order. */
function commonPlaces(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) places.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return places;
}

export type Piece = { text: string; isChanged: boolean };

/** One side of a changed line, in pieces: what the other side has too, and what only stands here. */
export function piecesOf(own: string, other: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { left, isSame } of align(wordsIn(own), wordsIn(other))) {
    const last = pieces.at(-1);
    if (left === undefined) continue;
    if (last && last.isChanged === !isSame) last.text += left;
    else pieces.push({ text: left, isChanged: !isSame });
  }
  return pieces;
}

const wordsIn = (line: string): string[] => line.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
