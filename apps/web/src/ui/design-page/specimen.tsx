import type { ReactNode } from "react";
import { classes } from "../classes.ts";

/** A chapter of the page; the index leads to its id. */
export function Chapter({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-20 border-line border-t py-12 first:border-t-0"
    >
      <h2 id={`${id}-title`} className="font-semibold text-xl tracking-tight">
        {title}
      </h2>
      <p className="mt-1 max-w-prose text-md text-ink-muted">{lead}</p>
      <div className="mt-8 grid gap-x-10 gap-y-9 lg:grid-cols-2">{children}</div>
    </section>
  );
}

/** One brick with its name, in the states that matter. */
export function Specimen({
  name,
  wide,
  stack,
  className,
  children,
}: {
  name: string;
  wide?: boolean;
  /** One below the other, as wide as there is room. */
  stack?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={classes("min-w-0", wide && "lg:col-span-2")}>
      <h3 className="mb-3 font-medium text-ink-faint text-xs">{name}</h3>
      <div className={classes("flex gap-3", stack ? "flex-col" : "flex-wrap items-center", className)}>{children}</div>
    </div>
  );
}
