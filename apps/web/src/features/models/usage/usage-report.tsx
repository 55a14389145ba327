import type { models } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { BarChart } from "../../../ui/charts/bar-chart.tsx";
import { Measures } from "../../../ui/charts/measures.tsx";
import { Table } from "../../../ui/table.tsx";
import { useDollars } from "../use-dollars.ts";

type Props = { report: models.UsageReport; by: models.UsageBy };

const dayMs = 86_400_000;

export function UsageReport({ report, by }: Props) {
  const t = useTranslations("models.usage");
  const { number } = useFormatter();
  const dollars = useDollars();
  const { total, held } = report;
  return (
    <>
      <Measures
        measures={[
          { label: t("spent"), value: dollars(total.micros) },
          { label: t("input"), value: number(total.tokens.inputTokens, { notation: "compact" }) },
          { label: t("output"), value: number(total.tokens.outputTokens, { notation: "compact" }) },
          { label: t("requests"), value: number(total.entryCount) },
          { label: t("held"), value: dollars(held.micros) },
        ]}
      />
      <SpentByDay report={report} />
      <Shares report={report} by={by} />
      <Doubts total={total} />
    </>
  );
}

function SpentByDay({ report: { from, to, rows } }: Pick<Props, "report">) {
  const t = useTranslations("models.usage");
  const { dateTime } = useFormatter();
  const spent = new Map<string, number>();
  for (const { day, micros } of rows) spent.set(day, (spent.get(day) ?? 0) + micros);
  const count = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  const bars = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.parse(from) + index * dayMs);
    const key = at.toISOString().slice(0, 10);
    const label = dateTime(at, { timeZone: "UTC", day: "numeric", month: "short" });
    return { key, label, value: (spent.get(key) ?? 0) / 1_000_000 };
  });
  return <BarChart title={t("byDay")} bars={bars} />;
}

type Share = { key: string; name: string; micros: number; tokens: number; entryCount: number };

function Shares({ report: { rows }, by }: Props) {
  const t = useTranslations("models.usage");
  const { number } = useFormatter();
  const dollars = useDollars();
  const shares = new Map<string, Share>();
  for (const { key, name, micros, tokens, entryCount } of rows) {
    const before = shares.get(key) ?? { key, name, micros: 0, tokens: 0, entryCount: 0 };
    shares.set(key, {
      ...before,
      micros: before.micros + micros,
      tokens: before.tokens + tokens.inputTokens + tokens.outputTokens,
      entryCount: before.entryCount + entryCount,
    });
  }
  const nameOf = ({ key, name }: Share) => {
    if (key === "others") return t("others");
    if (name) return name;
    return key === "" ? t("without") : t("unnamed");
  };
  return (
    <Table
      label={t(`groupings.${by}`)}
      rows={[...shares.values()].sort((one, other) => other.micros - one.micros)}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          header: t(`groupings.${by}`),
          className: "w-full",
          cell: (share) => <bdi>{nameOf(share)}</bdi>,
        },
        { key: "requests", header: t("requests"), align: "end", cell: ({ entryCount }) => number(entryCount) },
        { key: "tokens", header: t("tokens"), align: "end", cell: ({ tokens }) => number(tokens) },
        { key: "spent", header: t("spent"), align: "end", cell: ({ micros }) => dollars(micros) },
      ]}
    />
  );
}

/** What the figures do not say. */
function Doubts({ total: { entryCount, estimatedCount, unknownCount, unpricedCount } }: { total: models.UsageSums }) {
  const t = useTranslations("models.usage");
  const { number } = useFormatter();
  const share = (count: number) => number(count / entryCount, { style: "percent", maximumFractionDigits: 1 });
  return (
    <p className="text-ink-faint text-xs">
      {[
        t("utc"),
        estimatedCount > 0 && t("estimated", { share: share(estimatedCount) }),
        unknownCount > 0 && t("unknown", { share: share(unknownCount) }),
        unpricedCount > 0 && t("unpriced", { share: share(unpricedCount) }),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
