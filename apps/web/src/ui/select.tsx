import { Select as Part } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Field, type FieldFrame } from "./field.tsx";

export type Option<Value extends string> = {
  value: Value;
  label: string;
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
};

type SelectProps<Value extends string> = FieldFrame & {
  options: readonly Option<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string;
  name?: string;
};

export function Select<Value extends string>({
  label,
  hint,
  error,
  hideLabel,
  disabled,
  className,
  options,
  value,
  onValueChange,
  placeholder,
  name,
}: SelectProps<Value>) {
  return (
    <Field {...{ label, hint, error, hideLabel, disabled, className }}>
      <Part.Root
        items={options}
        value={value}
        name={name}
        onValueChange={(next) => next !== null && onValueChange(next)}
      >
        <Part.Trigger className="field-frame flex h-control w-full select-none items-center justify-between gap-2 px-2.5 text-start outline-none">
          <Part.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-faint" />
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        </Part.Trigger>
        <Part.Portal>
          <Part.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
            <Part.Popup className="popup thin-scroll max-h-(--available-height) min-w-(--anchor-width) max-w-80 overflow-y-auto p-1">
              {options.map((option) => (
                <Part.Item key={option.value} value={option.value} disabled={option.disabled} className="choice">
                  {option.icon}
                  <span className="flex min-w-0 flex-1 flex-col">
                    <Part.ItemText>{option.label}</Part.ItemText>
                    {option.hint && <bdi className="text-ink-muted text-xs">{option.hint}</bdi>}
                  </span>
                  <Part.ItemIndicator className="text-accent">
                    <Check className="size-4" />
                  </Part.ItemIndicator>
                </Part.Item>
              ))}
            </Part.Popup>
          </Part.Positioner>
        </Part.Portal>
      </Part.Root>
    </Field>
  );
}
