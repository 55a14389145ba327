import type { models } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { Measures } from "../../../ui/charts/measures.tsx";
import { Table } from "../../../ui/table.tsx";
import { useDollars } from "../use-dollars.ts";
import { sharesOf } from "./shares-of.ts";
import { SpentByDay } from "./spent-by-day.tsx";
import { useKeyName } from "./use-key-name.ts";

type Props = { report: models.UsageReport; by: models.UsageBy };

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
          { label: t("held"), value: dollars(held.micros) },
        ]}
      />
      <SpentByDay report={report} />
      <Shares report={report} by={by} />
      <Doubts total={total} />
    </>
  );
}

/** Below the name where it is narrow. */
const aside = { align: "end", wideOnly: true } as const;

function Shares({ report: { rows }, by }: Props) {
  const t = useTranslations("models.usage");
  const { number } = useFormatter();
  const dollars = useDollars();
  const nameOf = useKeyName();
  return (
    <div className="@container">
      <Table
        label={t(`groupings.${by}`)}
        rows={sharesOf(rows)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "name",
            header: t(`groupings.${by}`),
            className: "w-full min-w-36 wrap-anywhere",
            cell: (share) => (
              <>
                <bdi>{nameOf(share)}</bdi>
                <span className="block text-ink-muted text-xs @lg:hidden">
                  {t("requests")} {number(share.entryCount)} · {t("tokens")} {number(share.tokens)}
                </span>
              </>
            ),
          },
          { key: "spent", header: t("spent"), align: "end", cell: ({ micros }) => dollars(micros) },
          { ...aside, key: "requests", header: t("requests"), cell: ({ entryCount }) => number(entryCount) },
          { ...aside, key: "tokens", header: t("tokens"), cell: ({ tokens }) => number(tokens) },
        ]}
      />
    </div>
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
