import { useState } from "react";
import { useFormatter } from "use-intl";
import { classes } from "../classes.ts";
import type { Bar } from "./bar.ts";
import { ChartNumbers } from "./chart-numbers.tsx";
import { niceTop } from "./nice-top.ts";

type BarChartProps = {
  /** What is counted, such as "Messages per day". */
  title: string;
  /** In the order of reading. */
  bars: readonly Bar[];
  tone?: keyof typeof tones;
  className?: string;
};

const tones = { moss: "fill-accent", glacier: "fill-glacier" };

/** A number for each of many days or steps. Pointing at a bar tells its number; all of them can be read as a table. */
export function BarChart({ title, bars, tone = "moss", className }: BarChartProps) {
  const { number } = useFormatter();
  const [pointedAt, setPointedAt] = useState<number>();
  const pointed = pointedAt === undefined ? undefined : bars[pointedAt];
  const top = niceTop(Math.max(0, ...bars.map(({ value }) => value)));
  return (
    <figure className={classes("flex flex-col gap-2", className)}>
      <figcaption className="font-medium text-sm">{title}</figcaption>
      <div aria-hidden="true" className="me-8">
        <div className="relative mt-2 h-28" onPointerLeave={() => setPointedAt(undefined)}>
          {[top, top / 2].map((level) => (
            <Level key={level} height={level / top} label={number(level, { notation: "compact" })} />
          ))}
          <svg aria-hidden="true" className="relative block size-full rtl:-scale-x-100">
            {bars.map(({ key, value }, index) => (
              <Column
                key={key}
                index={index}
                count={bars.length}
                height={value / top}
                className={classes(tones[tone], pointedAt !== undefined && pointedAt !== index && "opacity-45")}
                onPoint={() => setPointedAt(index)}
              />
            ))}
          </svg>
          {pointed && <Bubble bar={pointed} at={((pointedAt ?? 0) + 0.5) / bars.length} />}
        </div>
        <div className="flex justify-between gap-4 border-line-strong border-t pt-1 text-2xs text-ink-faint">
          <span>{bars[0]?.label}</span>
          {bars.length > 1 && <span>{bars.at(-1)?.label}</span>}
        </div>
      </div>
      <ChartNumbers title={title} bars={bars} />
    </figure>
  );
}

/** A line across, named at its beginning. */
function Level({ height, label }: { height: number; label: string }) {
  return (
    <div className="absolute inset-x-0 border-line border-t border-dashed" style={{ bottom: `${height * 100}%` }}>
      <span className="absolute start-full -top-2 ms-1.5 text-2xs text-ink-faint">{label}</span>
    </div>
  );
}

type ColumnProps = { index: number; count: number; height: number; className: string; onPoint: () => void };

/** A bar, and above it the air that belongs to it, so that low ones can be pointed at too. */
function Column({ index, count, height, className, onPoint }: ColumnProps) {
  const slot = 100 / count;
  return (
    <g onPointerEnter={onPoint}>
      <rect x={`${index * slot}%`} width={`${slot}%`} height="100%" fill="transparent" />
      {height > 0 && (
        <rect
          x={`${(index + 0.14) * slot}%`}
          y={`${(1 - height) * 100}%`}
          width={`${slot * 0.72}%`}
          height={`${height * 100}%`}
          rx={1.5}
          className={classes("transition-opacity", className)}
        />
      )}
    </g>
  );
}

/** Stays within the chart: at the first bar it hangs to one side, at the last to the other. */
function Bubble({ bar: { label, value }, at }: { bar: Bar; at: number }) {
  const { number } = useFormatter();
  return (
    <div
      className="popup pointer-events-none absolute -top-3 z-10 translate-x-(--shift) whitespace-nowrap bg-ink px-2 py-1 text-canvas text-xs shadow-none rtl:-translate-x-(--shift)"
      style={{ insetInlineStart: `${at * 100}%`, "--shift": `${at * -100}%` } as object}
    >
      <span className="font-semibold tabular-nums">{number(value)}</span> <span className="opacity-80">{label}</span>
    </div>
  );
}
