import type { ReactNode } from "react";
import { Button } from "./button.tsx";

type Verb = { label: string; run: () => void };

type ChoiceCardProps = {
  icon: ReactNode;
  title: string;
  choose: Verb;
  /** Where something is chosen. */
  remove: Verb | undefined;
  /** How it stands now, and what follows from it. */
  children: ReactNode;
};

/** One thing that is chosen for everyone, such as a service that is asked. On a phone its buttons stand below its words. */
export function ChoiceCard({ icon, title, choose, remove, children }: ChoiceCardProps) {
  return (
    <section
      aria-label={title}
      className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3 sm:grid-cols-[auto_minmax(0,1fr)_auto] [&>svg]:size-5 [&>svg]:text-ink-muted max-sm:[&>svg]:self-start"
    >
      {icon}
      <div>
        <h2 className="font-semibold text-sm">{title}</h2>
        <p className="text-pretty text-ink-muted text-sm">{children}</p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:col-start-2">
        <Button size="small" onClick={choose.run}>
          {choose.label}
        </Button>
        {remove && (
          <Button size="small" variant="ghost" onClick={remove.run}>
            {remove.label}
          </Button>
        )}
      </div>
    </section>
  );
}
