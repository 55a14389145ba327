import { Field as Part } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { Field, type FieldFrame } from "./field.tsx";

type TextAreaProps = FieldFrame & Omit<ComponentProps<typeof Part.Control>, "className" | "render"> & { rows?: number };

/** Grows with its text, from `rows` lines to a third of the window. */
export function TextArea({ label, hint, error, hideLabel, disabled, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, hideLabel, disabled, className }}>
      <Part.Control
        {...rest}
        render={<textarea rows={rows} />}
        className="field-frame field-sizing-content thin-scroll max-h-[33dvh] min-h-[calc(var(--rows)*1lh+1rem)] w-full resize-none px-2.5 py-2 outline-none"
        style={{ "--rows": rows } as ComponentProps<"textarea">["style"]}
      />
    </Field>
  );
}
