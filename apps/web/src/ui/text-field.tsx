import { Field as Part } from "@base-ui/react/field";
import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldFrame } from "./field.tsx";

export type TextFieldProps = FieldFrame &
  Omit<ComponentProps<typeof Part.Control>, "className" | "render"> & {
    /** Inside the frame, before and after the text: an icon, a unit, a button. */
    leading?: ReactNode;
    trailing?: ReactNode;
  };

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  disabled,
  className,
  leading,
  trailing,
  dir,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, hideLabel, disabled, className }}>
      <div
        dir={dir}
        className="field-frame flex h-control items-center gap-2 px-2.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-faint"
      >
        {leading}
        <Part.Control className="h-full w-full min-w-0 bg-transparent outline-none" {...rest} />
        {trailing}
      </div>
    </Field>
  );
}
