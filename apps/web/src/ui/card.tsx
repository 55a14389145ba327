import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";

type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
};

export function Card({ title, description, actions, className, children, ...rest }: CardProps) {
  return (
    <section {...rest} className={classes("rounded-lg border border-line bg-surface p-5", className)}>
      {title && (
        <header className="mb-4 flex flex-wrap items-start justify-between gap-4 last:mb-0">
          <div className="min-w-40 flex-1">
            <h2 className="font-semibold text-base">{title}</h2>
            {description && <p className="text-ink-muted text-sm">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
