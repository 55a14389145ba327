import { Checkbox as Part } from "@base-ui/react/checkbox";
import { Field as FieldPart } from "@base-ui/react/field";
import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { type FieldFrame, FieldNotes } from "./field.tsx";

type CheckboxProps = FieldFrame & Omit<ComponentProps<typeof Part.Root>, "className" | "render" | "children">;

export function Checkbox({ label, hint, error, hideLabel, disabled, className, ...rest }: CheckboxProps) {
  return (
    <FieldPart.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={classes("flex min-h-6", !hideLabel && "gap-2.5", className)}
    >
      <Part.Root
        {...rest}
        className="wide-touch mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-xs border border-line-strong bg-surface text-accent-ink transition-colors data-checked:border-accent data-indeterminate:border-accent data-invalid:border-danger data-checked:bg-accent data-indeterminate:bg-accent data-disabled:opacity-50"
      >
        <Part.Indicator>
          {rest.indeterminate ? (
            <Minus className="size-3.5" strokeWidth={3} />
          ) : (
            <Check className="size-3.5" strokeWidth={3} />
          )}
        </Part.Indicator>
      </Part.Root>
      <div className="flex flex-col gap-0.5">
        <FieldPart.Label className={hideLabel ? "sr-only" : "text-base data-disabled:text-ink-faint"}>
          {label}
        </FieldPart.Label>
        <FieldNotes hint={hint} error={error} />
      </div>
    </FieldPart.Root>
  );
}
