import { ChevronDown } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { Popover } from "../../../ui/popover.tsx";

const DayChoice = later(() => import("./day-choice.tsx"), "DayChoice");

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
  if (!onJump) return <span className={dayPill}>{label}</span>;
  const jump = (day: Date) => {
    setOpen(false);
    onJump(day);
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
      <Suspense fallback={<div className="h-56" />}>
        <DayChoice onChoose={jump} />
      </Suspense>
    </Popover>
  );
}
