import { Field as Part } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** What every control in a form has. The control inside is named, described and marked wrong by it. */
export type FieldFrame = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in one sentence; marks the control. */
  error?: ReactNode;
  /** Keeps the label for those who listen, and hides it from view. */
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
};

export function Field({
  label,
  hint,
  error,
  hideLabel,
  disabled,
  className,
  children,
}: FieldFrame & { children: ReactNode }) {
  return (
    <Part.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={classes("flex min-w-0 flex-col gap-1.5", className)}
    >
      <Part.Label className={hideLabel ? "sr-only" : "w-fit font-medium text-ink text-sm"}>{label}</Part.Label>
      {children}
      <FieldNotes hint={hint} error={error} />
    </Part.Root>
  );
}

/** What stands below a control: the error while there is one, else the hint. */
export function FieldNotes({ hint, error }: Pick<FieldFrame, "hint" | "error">) {
  if (error)
    return (
      <Part.Error match className="text-danger text-xs">
        {error}
      </Part.Error>
    );
  return hint ? <Part.Description className="text-ink-muted text-xs">{hint}</Part.Description> : null;
}
