import type { ReactNode } from "react";
import { useFormatter } from "use-intl";
import { classes } from "../classes.ts";

type Entry = { key: string; name: ReactNode; value: number; detail?: ReactNode };

type BarListProps = {
  /** What is compared, such as "Most active people". */
  title: string;
  entries: readonly Entry[];
  tone?: keyof typeof tones;
  className?: string;
};

const tones = { moss: "bg-accent", glacier: "bg-glacier", danger: "bg-danger" };

/** A few things by how much there is of each; their lengths are measured against the greatest. */
export function BarList({ title, entries, tone = "moss", className }: BarListProps) {
  const { number } = useFormatter();
  const greatest = Math.max(1, ...entries.map(({ value }) => value));
  return (
    <figure className={classes("flex flex-col gap-2", className)}>
      <figcaption className="font-medium text-sm">{title}</figcaption>
      <ol className="flex flex-col gap-2">
        {entries.map(({ key, name, value, detail }) => (
          <li key={key} className="text-sm">
            <div className="flex items-center gap-3">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {detail && <span className="text-ink-faint text-xs">{detail}</span>}
              <span className="font-medium tabular-nums">{number(value)}</span>
            </div>
            <div aria-hidden="true" className="mt-1 h-1 rounded-full bg-active">
              <div
                className={classes("h-full rounded-full", tones[tone])}
                style={{ inlineSize: `${(value / greatest) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ol>
    </figure>
  );
}
