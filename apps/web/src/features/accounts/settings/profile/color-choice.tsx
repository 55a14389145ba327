import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { readableInk } from "../../../../ui/avatar-colors.ts";

type ColorChoiceProps = {
  label: string;
  colors: readonly string[];
  value: string;
  onValueChange: (color: string) => void;
};

/** One of a few colours. */
export function ColorChoice({ label, colors, value, onValueChange }: ColorChoiceProps) {
  const t = useTranslations("accounts.profileSettings");
  return (
    <RadioGroup aria-label={label} value={value} onValueChange={onValueChange} className="flex flex-wrap gap-1.5">
      {colors.map((color, index) => (
        <Radio.Root
          key={color}
          value={color}
          aria-label={t("colorNumber", { number: index + 1 })}
          className="grid size-6 cursor-pointer place-items-center rounded-full pointer-coarse:size-9"
          style={{ background: color, color: readableInk(color) }}
        >
          <Radio.Indicator>
            <Check className="size-3.5" strokeWidth={3} />
          </Radio.Indicator>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
