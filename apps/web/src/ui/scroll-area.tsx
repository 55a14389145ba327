import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

type ScrollAreaProps = ComponentProps<"div"> & {
  /** What scrolls, so that it can be reached and scrolled with the keyboard; left out where its content has the focus. */
  label?: string;
};

/** Holds also what is hidden from view, which would widen the page otherwise: such things are placed by what is positioned around them. */
export function ScrollArea({ label, className, ...rest }: ScrollAreaProps) {
  const reachable = label ? { role: "region", tabIndex: 0, "aria-label": label } : {};
  return (
    <div
      {...reachable}
      {...rest}
      className={classes("thin-scroll relative overflow-auto overscroll-contain", className)}
    />
  );
}
