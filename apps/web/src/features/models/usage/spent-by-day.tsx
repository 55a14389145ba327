import type { models } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { BarChart } from "../../../ui/charts/bar-chart.tsx";
import { useDollars } from "../use-dollars.ts";
import { stackDays } from "./stack-days.ts";
import { useKeyName } from "./use-key-name.ts";

/** What was spent on each day, and by whom or on what. */
export function SpentByDay({ report }: { report: models.UsageReport }) {
  const t = useTranslations("models.usage");
  const { dateTime } = useFormatter();
  const dollars = useDollars();
  const nameOf = useKeyName();
  const { keys, days } = stackDays(report);
  const names = new Map(report.rows.map(({ key, name }) => [key, name]));
  return (
    <BarChart
      title={t("byDay")}
      bars={days.map(({ day, micros, parts }) => ({
        key: day,
        label: dateTime(new Date(day), { timeZone: "UTC", day: "numeric", month: "short" }),
        value: micros,
        parts,
      }))}
      parts={keys.map((key) => ({ key, name: nameOf({ key, name: names.get(key) ?? "" }) }))}
      format={dollars}
    />
  );
}
