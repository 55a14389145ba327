import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { Popover } from "../../../ui/popover.tsx";

const dayPill =
  "relative inline-flex h-6.5 items-center gap-1 rounded-full border border-line bg-surface px-3 font-medium text-ink-muted text-xs";

type Props = {
  label: string /** Where other days cannot be reached, the name is only told. */;
  onJump: ((day: Date) => void) | undefined;
};

/** The name of a day; pressed, it offers other days. */
export function DayMenu({ label, onJump }: Props) {
  const t = useTranslations("messages.days");
  const [isOpen, setOpen] = useState(false);
  const inputId = useId();
  if (!onJump) return <span className={dayPill}>{label}</span>;
  const jump = (day: Date) => {
    setOpen(false);
    onJump(day);
  };
  const ago = (days: number) => {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      label={t("jump")}
      className="flex w-56 flex-col gap-0.5 p-2"
      trigger={
        <button type="button" tabIndex={-1} title={t("jump")} className={`${dayPill} hover:bg-raised hover:text-ink`}>
          {label}
          <ChevronDown aria-hidden="true" className="size-3" />
        </button>
      }
    >
      {(
        [
          [t("today"), 0],
          [t("lastWeek"), 7],
          [t("lastMonth"), 30],
        ] as const
      ).map(([name, days]) => (
        <Button key={days} variant="ghost" className="justify-start" onClick={() => jump(ago(days))}>
          {name}
        </Button>
      ))}
      <Button variant="ghost" className="justify-start" onClick={() => jump(new Date(0))}>
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
          key === "Enter" && currentTarget.valueAsDate && jump(localDay(currentTarget))
        }
        onChange={({ currentTarget, nativeEvent }) => {
          // Typing goes part by part; only a choice of the picker is a choice.
          const isPicked = !(nativeEvent as InputEvent).inputType;
          if (isPicked && currentTarget.valueAsDate && currentTarget.valueAsDate.getFullYear() > 1970)
            jump(localDay(currentTarget));
        }}
      />
    </Popover>
  );
}

function localDay({ value }: HTMLInputElement): Date {
  const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
  return new Date(year, month - 1, day);
}
