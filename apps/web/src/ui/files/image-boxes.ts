// How much room pictures take, known before they are there.

type Sized = { width: number | null; height: number | null };

export const shownCount = 4;
const widest = 400;
const highest = 320;
const smallest = 48;

/** The room for one picture alone: its own shape, no larger than it is, neither a wall nor a thread. */
export function boxOf({ width, height }: Sized): { width: number; aspectRatio: string } {
  if (!width || !height) return { width: 320, aspectRatio: "4 / 3" };
  const shrink = Math.min(1, widest / width, highest / height);
  const shownWidth = Math.max(smallest, Math.round(width * shrink));
  const shownHeight = Math.max(smallest, Math.round(height * shrink));
  return { width: shownWidth, aspectRatio: `${shownWidth} / ${shownHeight}` };
}

/** The shape of several side by side. */
export const gridRatio = (count: number): string => (count === 2 ? "2 / 1" : "4 / 3");
