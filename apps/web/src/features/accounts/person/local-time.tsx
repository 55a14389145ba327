import { useFormatter, useTranslations } from "use-intl";
import { useNow } from "../../../ui/use-now.ts";

/** What the clock shows where someone is. */
export function LocalTime({ timeZone }: { timeZone: string }) {
  const t = useTranslations("accounts.person");
  const { dateTime } = useFormatter();
  return t("localTime", {
    time: dateTime(useNow(), { timeZone, weekday: "short", hour: "numeric", minute: "2-digit" }),
  });
}
