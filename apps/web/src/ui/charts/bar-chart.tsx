import { useState } from "react";
import { useFormatter } from "use-intl";
import { classes } from "../classes.ts";
import type { Bar, Part, WriteNumber } from "./bar.ts";
import { ChartColumn } from "./chart-column.tsx";
import { ChartCursor } from "./chart-cursor.tsx";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartNumbers } from "./chart-numbers.tsx";
import { niceTop } from "./nice-top.ts";
import { partFill } from "./part-fills.ts";

type BarChartProps = {
  /** What is counted, such as "Messages per day". */
  title: string;
  /** In the order of reading. */
  bars: readonly Bar[];
  /** Where the bars are stacked: of what, at most six, of which the last may be all the rest. */
  parts?: readonly Part[];
  /** How numbers are written, where they are more than numbers. */
  format?: WriteNumber;
  tone?: keyof typeof tones;
  className?: string;
};

const brief = { notation: "compact", trailingZeroDisplay: "stripIfInteger" } as const;
const tones = { moss: "fill-accent", glacier: "fill-glacier" };

/**
 * A number for each of many days or steps. Pointing at a bar, or going to it with the arrow keys, tells its number and
 * those of its parts; all of them can be read as a table.
 */
export function BarChart({ title, bars, parts, format, tone = "moss", className }: BarChartProps) {
  const { number } = useFormatter();
  const write = format ?? number;
  const [pointedAt, setPointedAt] = useState<number>();
  const [litPart, setLitPart] = useState<number>();
  const pointed = pointedAt === undefined ? undefined : bars[pointedAt];
  const top = niceTop(Math.max(0, ...bars.map(({ value }) => value)));
  const levels = [top, top / 2].map((level) => ({ height: level / top, label: write(level, brief) }));
  const fills = parts ? parts.map((_, index) => partFill(index)) : [tones[tone]];
  return (
    <figure className={classes("flex flex-col gap-2", className)}>
      <figcaption className="font-medium text-sm">{title}</figcaption>
      <div className="relative grid grid-cols-[1fr_auto] rounded-sm outline-offset-3 has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <ChartCursor title={title} bars={bars} parts={parts} write={write} at={pointedAt} onMove={setPointedAt} />
        <div aria-hidden="true" className="relative mt-2 h-28" onPointerLeave={() => setPointedAt(undefined)}>
          {levels.map(({ height, label }) => (
            <Level key={height} height={height} label={label} />
          ))}
          <svg aria-hidden="true" className="relative block size-full rtl:-scale-x-100">
            {bars.map(({ key, value, parts: heights = [value] }, index) => (
              <ChartColumn
                key={key}
                index={index}
                count={bars.length}
                heights={heights.map((height) => height / top)}
                fills={fills}
                litPart={litPart}
                isDim={pointedAt !== undefined && pointedAt !== index}
                onPoint={() => setPointedAt(index)}
              />
            ))}
          </svg>
          {pointed && <Bubble bar={pointed} write={write} at={((pointedAt ?? 0) + 0.5) / bars.length} />}
        </div>
        <LevelWidth labels={levels.map(({ label }) => label)} />
        <div
          aria-hidden="true"
          className="flex justify-between gap-4 border-line-strong border-t pt-1 text-2xs text-ink-faint"
        >
          <span>{bars[0]?.label}</span>
          {bars.length > 1 && <span>{bars.at(-1)?.label}</span>}
        </div>
      </div>
      {parts && <ChartLegend bars={bars} parts={parts} pointed={pointed} write={write} onLight={setLitPart} />}
      <ChartNumbers title={title} bars={bars} parts={parts} write={write} />
    </figure>
  );
}

/** A line across, named at its end. */
function Level({ height, label }: { height: number; label: string }) {
  return (
    <div className="absolute inset-x-0 border-line border-t border-dashed" style={{ bottom: `${height * 100}%` }}>
      <span className="absolute start-full -top-2 ms-1.5 whitespace-nowrap text-2xs text-ink-faint">{label}</span>
    </div>
  );
}

/** Keeps as much room as the names of the levels take. */
function LevelWidth({ labels }: { labels: readonly string[] }) {
  return (
    <div aria-hidden="true" className="invisible h-0 min-w-8 ps-1.5 text-2xs">
      {labels.map((label) => (
        <div key={label} className="whitespace-nowrap">
          {label}
        </div>
      ))}
    </div>
  );
}

type BubbleProps = { bar: Bar; write: WriteNumber; at: number };

/** Stays within the chart: at the first bar it hangs to one side, at the last to the other. */
function Bubble({ bar: { label, value }, write, at }: BubbleProps) {
  return (
    <div
      className="popup pointer-events-none absolute -top-3 z-10 translate-x-(--shift) whitespace-nowrap bg-ink px-2 py-1 text-canvas text-xs shadow-none rtl:-translate-x-(--shift)"
      style={{ insetInlineStart: `${at * 100}%`, "--shift": `${at * -100}%` } as object}
    >
      <span className="font-semibold tabular-nums">{write(value)}</span> <span className="opacity-80">{label}</span>
    </div>
  );
}
