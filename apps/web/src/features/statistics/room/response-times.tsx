import type { statistics } from "@althing/contract";
import { useTranslations } from "use-intl";
import { BarList } from "../../../ui/charts/bar-list.tsx";
import { useDuration } from "../days/use-duration.ts";

/** How long messages waited until someone else answered. */
export function ResponseTimes({ responses }: { responses: statistics.ResponseTimes }) {
  const t = useTranslations("statistics.responses");
  const duration = useDuration();
  return (
    <BarList
      title={t("title")}
      tone="glacier"
      entries={responses.steps.map(({ belowSeconds, count }) => ({
        key: String(belowSeconds),
        name: belowSeconds === null ? t("longer") : t("below", { time: duration(belowSeconds) }),
        value: count,
      }))}
    />
  );
}
