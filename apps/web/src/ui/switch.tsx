import { Field as FieldPart } from "@base-ui/react/field";
import { Switch as Part } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { type FieldFrame, FieldNotes } from "./field.tsx";

type SwitchProps = FieldFrame & Omit<ComponentProps<typeof Part.Root>, "className" | "render" | "children">;

/** A setting that holds at once; a tick in a form that is sent later is a Checkbox. */
export function Switch({ label, hint, error, hideLabel, disabled, className, ...rest }: SwitchProps) {
  return (
    <FieldPart.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={classes("flex items-start justify-between", !hideLabel && "gap-6", className)}
    >
      <div className="flex min-w-0 flex-col gap-0.5">
        <FieldPart.Label className={hideLabel ? "sr-only" : "font-medium text-sm"}>{label}</FieldPart.Label>
        <FieldNotes hint={hint} error={error} />
      </div>
      <Part.Root
        {...rest}
        className="wide-touch flex h-6 w-10 shrink-0 rounded-full border border-line-strong bg-active p-[3px] transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Part.Thumb className="size-4 rounded-full bg-ink-muted transition-[translate,background-color] duration-(--duration-calm) data-checked:translate-x-4 data-checked:bg-accent-ink rtl:data-checked:-translate-x-4" />
      </Part.Root>
    </FieldPart.Root>
  );
}
