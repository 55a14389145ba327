import type { ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";

type NoticeProps = { tone?: "info" | "warning" | "danger"; id?: string; actions?: ReactNode; children: ReactNode };

const tones = { info: "text-ink-muted", warning: "text-warning", danger: "text-danger" };

/** A line above the field about what is written in it. What prevents sending interrupts; the rest waits its turn. */
export function Notice({ tone = "info", id, actions, children }: NoticeProps) {
  return (
    <div
      id={id}
      role={tone === "danger" ? "alert" : "status"}
      className={classes(
        "flex min-h-control-small flex-wrap items-center gap-x-3 gap-y-1 px-1 pb-1.5 text-sm",
        tones[tone],
      )}
    >
      <span className="min-w-0 flex-1">{children}</span>
      {actions && <span className="flex gap-2">{actions}</span>}
    </div>
  );
}
