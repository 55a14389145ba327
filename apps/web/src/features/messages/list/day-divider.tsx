import { memo } from "react";
import { useFormatter, useLocale } from "use-intl";
import { useNow } from "../../../ui/use-now.ts";
import { DayMenu } from "./day-menu.tsx";

type Props = { at: number; onJump: ((day: Date) => void) | undefined };

/** Where a day begins. Its name opens the way to other days. */
export const DayDivider = memo(function DayDivider({ at, onJump }: Props) {
  const label = useDayName(at);
  return (
    <div className="relative flex h-10 items-center justify-center before:absolute before:inset-x-0 before:top-1/2 before:h-px before:bg-line">
      {onJump ? <DayMenu label={label} onJump={onJump} /> : <span className={dayPill}>{label}</span>}
    </div>
  );
});

export const dayPill =
  "relative inline-flex h-6.5 items-center gap-1 rounded-full border border-line bg-surface px-3 font-medium text-ink-muted text-xs";

const dayMs = 24 * 60 * 60_000;

/** "Today", "Yesterday", or the date; with its year where that is another. */
export function useDayName(at: number): string {
  const { dateTime } = useFormatter();
  const locale = useLocale();
  const now = useNow();
  const date = new Date(at);
  const days = Math.round((startOf(now) - startOf(date)) / dayMs);
  if (days === 0 || days === 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const isThisYear = date.getFullYear() === now.getFullYear();
  return dateTime(date, { weekday: "long", day: "numeric", month: "long", ...(!isThisYear && { year: "numeric" }) });
}

const startOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
