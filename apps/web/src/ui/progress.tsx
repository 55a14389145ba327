import { Progress as Part } from "@base-ui/react/progress";
import { classes } from "./classes.ts";

type ProgressProps = {
  label: string;
  /** From 0 to 1; null while nobody knows. */
  value: number | null;
  hideLabel?: boolean;
  className?: string;
};

export function Progress({ label, value, hideLabel, className }: ProgressProps) {
  return (
    <Part.Root
      value={value}
      min={0}
      max={1}
      format={{ style: "percent" }}
      className={classes("grid w-full grid-cols-[1fr_auto] gap-x-3 gap-y-1.5 text-sm", className)}
    >
      <Part.Label className={hideLabel ? "sr-only" : "truncate"}>{label}</Part.Label>
      {value !== null && !hideLabel && <Part.Value className="text-ink-muted tabular-nums" />}
      <Part.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-active">
        <Part.Indicator className="h-full rounded-full bg-accent transition-[width] duration-(--duration-calm) data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Part.Track>
    </Part.Root>
  );
}
