import type { accounts } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import type { Duration } from "./durations.ts";

/** For how long one may ask not to be disturbed. */
export const busyDurations = ["halfHour", "hour", "tomorrow", "never"] as const satisfies readonly Duration[];

/** "Until 15:30", where it ends by itself. */
export function useBusyUntil(busy: accounts.Me["busy"]): string | undefined {
  const t = useTranslations("accounts.self");
  const { dateTime } = useFormatter();
  if (!busy?.until) return undefined;
  return t("until", { time: dateTime(new Date(busy.until), { weekday: "short", hour: "numeric", minute: "2-digit" }) });
}
