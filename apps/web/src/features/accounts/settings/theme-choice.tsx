import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Theme, themeKeys, themes } from "../self/themes.ts";

type ThemeChoiceProps = { label: string; value: Theme; onValueChange: (theme: Theme) => void };

/** One of the themes, each shown as it would look. */
export function ThemeChoice({ label, value, onValueChange }: ThemeChoiceProps) {
  const t = useTranslations("accounts.themes");
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={onValueChange}
      className="grid grid-cols-2 gap-3 sm:grid-cols-4"
    >
      {themes.map((theme) => (
        <Radio.Root
          key={theme}
          value={theme}
          aria-label={t(themeKeys[theme])}
          className="group flex cursor-pointer flex-col gap-2 rounded-lg text-start text-sm"
        >
          <span className="relative flex h-20 overflow-hidden rounded-lg border border-line-strong/50 group-data-checked:border-accent group-data-checked:ring-1 group-data-checked:ring-accent">
            {theme === "system" ? (
              <>
                <Preview theme="light" />
                <Preview theme="dark" />
              </>
            ) : (
              <Preview theme={theme} />
            )}
            <Radio.Indicator className="absolute end-1.5 bottom-1.5 grid size-4.5 place-items-center rounded-full bg-accent text-accent-ink">
              <Check className="size-3" strokeWidth={3} />
            </Radio.Indicator>
          </span>
          <span className="text-ink-muted group-data-checked:font-medium group-data-checked:text-ink">
            {t(themeKeys[theme])}
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

/** The attribute gives what is inside that theme's colours. */
function Preview({ theme }: { theme: Theme }) {
  return (
    <span aria-hidden="true" data-theme={theme} className="flex min-w-0 flex-1 bg-canvas">
      <span className="flex w-1/3 flex-col gap-1 border-line border-e bg-sunken p-1.5 pt-2">
        <span className="h-1 w-full rounded-full bg-accent" />
        <span className="h-1 w-2/3 rounded-full bg-ink-faint" />
        <span className="h-1 w-4/5 rounded-full bg-ink-faint" />
      </span>
      <span className="flex min-w-0 flex-1 flex-col justify-center gap-1.5 p-2">
        <span className="h-1 w-1/2 rounded-full bg-ink" />
        <span className="h-1 w-full rounded-full bg-ink-muted" />
        <span className="h-1 w-3/4 rounded-full bg-ink-muted" />
      </span>
    </span>
  );
}
