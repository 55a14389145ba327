import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";

type Props = {
  /** What they lead through, and where they lead. */
  label: string;
  previous: string;
  next: string;
  /** Says which one it is: "2 of 3". */
  position: string;
  /** From 0. */
  at: number;
  count: number;
  onGo: (at: number) => void;
  className?: string;
  children?: ReactNode;
};

/** Two small arrows to the one before and the one after, of which one is seen at a time. */
export function StepArrows({ label, previous, next, position, at, count, onGo, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of fields.
    <span
      role="group"
      aria-label={label}
      className={classes("-ms-1 flex items-center text-ink-muted text-xs tabular-nums", className)}
    >
      <IconButton
        size="small"
        label={previous}
        icon={<ChevronLeft className="rtl:-scale-x-100" />}
        disabled={at === 0}
        onClick={() => onGo(at - 1)}
      />
      {position}
      <IconButton
        size="small"
        label={next}
        icon={<ChevronRight className="rtl:-scale-x-100" />}
        disabled={at === count - 1}
        onClick={() => onGo(at + 1)}
      />
      {children}
    </span>
  );
}
