import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type BannerProps = {
  tone?: "info" | "warning" | "danger";
  icon?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

const tones = {
  info: { look: "bg-accent-soft [&>svg]:text-accent", icon: <Info /> },
  warning: { look: "bg-warning-soft [&>svg]:text-warning", icon: <TriangleAlert /> },
  danger: { look: "bg-danger-soft [&>svg]:text-danger", icon: <CircleAlert /> },
};

/** Tells the state of what is below it: offline, archived, not yet verified. */
export function Banner({ tone = "info", icon, actions, className, children }: BannerProps) {
  return (
    <div
      role="status"
      className={classes(
        "flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 text-sm [&>svg]:size-4.5 [&>svg]:shrink-0",
        tones[tone].look,
        className,
      )}
    >
      {icon ?? tones[tone].icon}
      <div className="min-w-0 flex-1">{children}</div>
      {actions && <div className="flex gap-2">{actions}</div>}
    </div>
  );
}
