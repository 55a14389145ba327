import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type DividerProps = {
  label?: ReactNode /** `new` is where the unread begins. */;
  tone?: "quiet" | "new";
  className?: string;
};

export function Divider({ label, tone = "quiet", className }: DividerProps) {
  const isNew = tone === "new";
  const line = <span aria-hidden="true" className={classes("h-px flex-1", isNew ? "bg-danger" : "bg-line")} />;
  return (
    <div
      className={classes(
        "flex items-center gap-3 font-medium text-xs",
        isNew ? "text-danger" : "text-ink-muted",
        className,
      )}
    >
      {line}
      {label}
      {label && !isNew && line}
    </div>
  );
}
