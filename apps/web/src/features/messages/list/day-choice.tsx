import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";

/** Other days: some that are often wanted, or any by its date. */
export function DayChoice({ onChoose }: { onChoose: (day: Date) => void }) {
  const t = useTranslations("messages.days");
  const inputId = useId();
  return (
    <>
      {(
        [
          [t("today"), 0],
          [t("lastWeek"), 7],
          [t("lastMonth"), 30],
        ] as const
      ).map(([name, days]) => (
        <Button key={days} variant="ghost" className="justify-start" onClick={() => onChoose(ago(days))}>
          {name}
        </Button>
      ))}
      <Button variant="ghost" className="justify-start" onClick={() => onChoose(new Date(0))}>
        {t("beginning")}
      </Button>
      <label htmlFor={inputId} className="px-3 pt-2 font-medium text-ink-faint text-xs">
        {t("date")}
      </label>
      <input
        id={inputId}
        type="date"
        max={new Date().toISOString().slice(0, 10)}
        className="field-frame mx-1 mb-1 h-control px-2 text-sm outline-none"
        onKeyDown={({ key, currentTarget }) =>
          key === "Enter" && currentTarget.valueAsDate && onChoose(localDay(currentTarget))
        }
        onChange={({ currentTarget, nativeEvent }) => {
          // Typing goes part by part; only a choice of the picker is a choice.
          const isPicked = !(nativeEvent as InputEvent).inputType;
          if (isPicked && currentTarget.valueAsDate && currentTarget.valueAsDate.getFullYear() > 1970)
            onChoose(localDay(currentTarget));
        }}
      />
    </>
  );
}

function ago(days: number): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
}

function localDay({ value }: HTMLInputElement): Date {
  const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
  return new Date(year, month - 1, day);
}
