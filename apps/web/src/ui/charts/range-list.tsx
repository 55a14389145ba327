import type { ReactNode } from "react";

type Entry = { key: string; name: ReactNode; from: number; to: number; detail: ReactNode };

type RangeListProps = {
  /** What is compared, such as "How long tools take". */
  title: string;
  /** What both ends stand for, in a few words. */
  hint: string;
  entries: readonly Entry[];
};

/**
 * A few things by a usual and an unusual value each, such as the middle and the slow times. Lengths are roots of the
 * values: what takes seconds would else leave nothing to see of what takes a few milliseconds.
 */
export function RangeList({ title, hint, entries }: RangeListProps) {
  const greatest = Math.max(1, ...entries.map(({ to }) => to));
  const share = (value: number): string => `${Math.sqrt(value / greatest) * 100}%`;
  return (
    <figure className="flex flex-col gap-2">
      <figcaption>
        <span className="font-medium text-sm">{title}</span>
        <span className="block text-ink-muted text-xs">{hint}</span>
      </figcaption>
      <ol className="flex flex-col gap-2.5">
        {entries.map(({ key, name, from, to, detail }) => (
          <li key={key} className="text-sm">
            <div className="flex items-center gap-3">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="whitespace-nowrap text-ink-muted text-xs tabular-nums">{detail}</span>
            </div>
            <div aria-hidden="true" className="relative mt-1 h-1.5 rounded-full bg-active">
              <div
                className="absolute inset-y-0 start-0 rounded-full bg-glacier/35"
                style={{ inlineSize: share(to) }}
              />
              <div className="absolute inset-y-0 start-0 rounded-full bg-glacier" style={{ inlineSize: share(from) }} />
            </div>
          </li>
        ))}
      </ol>
    </figure>
  );
}
