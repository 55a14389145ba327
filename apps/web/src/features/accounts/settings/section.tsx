import { type ReactNode, useId } from "react";

type SectionProps = { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A part of a page of settings; the first stands without a line above it. */
export function Section({ title, hint, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line border-t py-6 first-of-type:border-t-0 first-of-type:pt-0">
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {hint && <p className="text-ink-muted text-sm">{hint}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
