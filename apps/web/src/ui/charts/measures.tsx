import type { ReactNode } from "react";

type Measure = { label: string; value: ReactNode };

/** A few numbers that say most. */
export function Measures({ measures }: { measures: readonly Measure[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-2">
      {measures.map(({ label, value }) => (
        <div key={label} className="flex flex-col-reverse justify-end rounded-lg border border-line px-3 py-2.5">
          <dt className="text-ink-muted text-xs">{label}</dt>
          <dd className="font-semibold text-xl tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
