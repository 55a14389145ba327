import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What the title is; `h1` where it is the whole page. */
  heading?: "h1" | "p";
  /** What belongs here, and how it gets here. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, heading: Heading = "p", children, actions, className }: EmptyStateProps) {
  return (
    <div className={classes("mx-auto flex max-w-sm flex-col items-center px-6 py-10 text-center", className)}>
      {icon && (
        <div className="mb-4 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent [&>svg]:size-6">
          {icon}
        </div>
      )}
      <Heading className="text-balance font-semibold text-lg">{title}</Heading>
      {children && <div className="mt-1 text-pretty text-ink-muted">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
