import { classes } from "../classes.ts";

type ChartColumnProps = {
  index: number;
  count: number;
  /** Of its parts from the bottom up, of the whole chart. */
  heights: readonly number[];
  fills: readonly string[];
  /** The only part that is not dim. */
  litPart: number | undefined;
  isDim: boolean;
  onPoint: () => void;
};

const dim = "opacity-45";

/** A bar, and above it the air that belongs to it, so that low ones can be pointed at too. */
export function ChartColumn({ index, count, heights, fills, litPart, isDim, onPoint }: ChartColumnProps) {
  const slot = 100 / count;
  let top = 1;
  return (
    <g onPointerEnter={onPoint} className={classes("transition-opacity", isDim && dim)}>
      <rect x={`${index * slot}%`} width={`${slot}%`} height="100%" fill="transparent" />
      {heights.map((height, part) => {
        top -= height;
        if (height === 0) return null;
        return (
          <rect
            key={fills[part]}
            x={`${(index + 0.14) * slot}%`}
            y={`${top * 100}%`}
            width={`${slot * 0.72}%`}
            // The gap parts them for who cannot tell the colours apart.
            style={{ height: part === 0 ? `${height * 100}%` : `max(1px, calc(${height * 100}% - 1px))` }}
            rx={1.5}
            className={classes(
              "transition-opacity",
              fills[part],
              litPart !== undefined && litPart !== part && "opacity-20",
            )}
          />
        );
      })}
    </g>
  );
}
