import { useFormatter, useLocale } from "use-intl";
import { useNow } from "../../../ui/use-now.ts";

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
