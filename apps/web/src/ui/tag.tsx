import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type TagProps = {
  tone?: "neutral" | "accent" | "success" | "warning" | "danger";
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
};

const tones = {
  neutral: "bg-active text-ink-muted",
  accent: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A word about what stands beside it: a role, "bot", "edited", "private". */
export function Tag({ tone = "neutral", icon, className, children }: TagProps) {
  return (
    <span
      className={classes(
        "inline-flex h-[1.125rem] items-center gap-1 whitespace-nowrap rounded-xs px-1.5 font-medium text-2xs [&_svg]:size-3",
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
