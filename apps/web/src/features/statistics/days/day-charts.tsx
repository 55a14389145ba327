import type { statistics } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { BarChart } from "../../../ui/charts/bar-chart.tsx";

/** What was posted on each day, and by how many. */
export function DayCharts({ days }: { days: readonly statistics.StatisticsDay[] }) {
  const t = useTranslations("statistics");
  const { dateTime } = useFormatter();
  const barsOf = (count: "messages" | "activePeople") =>
    days.map((one) => ({
      key: one.day,
      label: dateTime(new Date(one.day), { timeZone: "UTC", day: "numeric", month: "short" }),
      value: one[count],
    }));
  return (
    <>
      <BarChart title={t("messagesPerDay")} bars={barsOf("messages")} />
      <BarChart title={t("peoplePerDay")} bars={barsOf("activePeople")} tone="glacier" />
    </>
  );
}
