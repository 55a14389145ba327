import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { classes } from "./classes.ts";
import type { Option } from "./select.tsx";

type SegmentedControlProps<Value extends string> = {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Shows the icons alone; the labels still name them. */
  iconsOnly?: boolean;
  className?: string;
};

/** One of a few that are all in sight: a view, a theme, a density. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  iconsOnly,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={onValueChange}
      className={classes("inline-flex w-fit gap-0.5 rounded-md bg-active p-0.5", className)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          aria-label={option.label}
          className="inline-flex h-[calc(var(--spacing-control)-0.25rem)] min-w-8 cursor-pointer items-center justify-center gap-1.5 rounded-sm px-2.5 font-medium text-ink-muted text-sm transition-colors hover:text-ink data-checked:bg-raised data-checked:text-ink data-checked:shadow-[0_0_0_1px_var(--color-line),0_1px_2px_#0000001a] [&_svg]:size-4"
        >
          {option.icon}
          {!iconsOnly && option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
