import { useFormatter } from "use-intl";
import { classes } from "./classes.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

type BadgeProps = {
  /** Left out, the badge is a mere dot. */
  count?: number;
  /** A mention calls you; `quiet` counts without calling. */
  tone?: "mention" | "accent" | "quiet";
  /** What is counted, in words: "3 mentions". */
  label: string;
  className?: string;
};

const tones = {
  mention: "bg-mention-strong text-mention-ink",
  accent: "bg-accent text-accent-ink",
  quiet: "bg-active text-ink-muted",
};
const limit = 99;

export function Badge({ count, tone = "quiet", label, className }: BadgeProps) {
  const format = useFormatter();
  const isDot = count === undefined;
  return (
    <span
      className={classes(
        "inline-flex shrink-0 items-center justify-center rounded-full",
        isDot ? "size-2 forced-color-adjust-none forced-colors:bg-[Highlight]" : "h-[1.125rem] min-w-[1.125rem] px-1.5",
        tones[tone],
        className,
      )}
    >
      {!isDot && (
        <span aria-hidden="true" className="font-semibold text-2xs tabular-nums">
          {format.number(Math.min(count, limit))}
          {count > limit && "+"}
        </span>
      )}
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
