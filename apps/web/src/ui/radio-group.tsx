import { Field } from "@base-ui/react/field";
import { Fieldset } from "@base-ui/react/fieldset";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Part } from "@base-ui/react/radio-group";
import { classes } from "./classes.ts";
import { type FieldFrame, FieldNotes } from "./field.tsx";
import type { Option } from "./select.tsx";

type RadioGroupProps<Value extends string> = FieldFrame & {
  options: readonly Option<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  name?: string;
};

export function RadioGroup<Value extends string>({
  label,
  hint,
  error,
  hideLabel,
  disabled,
  className,
  options,
  value,
  onValueChange,
  name,
}: RadioGroupProps<Value>) {
  return (
    <Field.Root name={name} invalid={Boolean(error)} disabled={disabled} className={className}>
      <Fieldset.Root
        render={<Part value={value} onValueChange={onValueChange} />}
        className="flex flex-col gap-2 pointer-coarse:gap-4"
      >
        <Fieldset.Legend className={hideLabel ? "sr-only" : "mb-0.5 font-medium text-sm"}>{label}</Fieldset.Legend>
        {options.map((option) => (
          <Field.Item key={option.value}>
            <Field.Label className={classes("flex min-h-6 gap-2.5", option.disabled && "opacity-50")}>
              <Radio.Root
                value={option.value}
                disabled={option.disabled}
                className="wide-touch mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full border border-line-strong bg-surface transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
              >
                <Radio.Indicator className="size-2 rounded-full bg-accent-ink" />
              </Radio.Root>
              <span className="flex flex-col">
                {option.label}
                {option.hint && <bdi className="text-ink-muted text-xs">{option.hint}</bdi>}
              </span>
            </Field.Label>
          </Field.Item>
        ))}
      </Fieldset.Root>
      <FieldNotes hint={hint} error={error} />
    </Field.Root>
  );
}
