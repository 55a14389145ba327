import type { models } from "@althing/contract";
import { Check, Trash2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useDollars } from "../use-dollars.ts";
import { compareBill } from "./compare-bill.ts";

const percent = { style: "percent", maximumFractionDigits: 1 } as const;
const signed = { signDisplay: "exceptZero" } as const;

/** A bill, what the ledger has of the same days, and how far they are apart. */
export function BillLine({ bill }: { bill: models.Bill }) {
  const t = useTranslations("models.bills");
  const { number, dateTimeRange } = useFormatter();
  const dollars = useDollars();
  const remove = useRemove(bill);
  const { providerName: name, micros, ledger } = bill;
  const { difference, share, agrees, estimatedShare } = compareBill(bill);
  const time = dateTimeRange(new Date(bill.from), new Date(bill.to), { timeZone: "UTC", dateStyle: "medium" });
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex items-start gap-3">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
          <span className="font-medium">
            <bdi>{name}</bdi>
          </span>
          <span className="text-ink-muted text-sm">{time}</span>
          {agrees ? (
            <Tag tone="success" icon={<Check />}>
              {t("agrees")}
            </Tag>
          ) : (
            <Tag tone="warning" icon={<TriangleAlert />}>
              {t("differs")}
            </Tag>
          )}
        </div>
        <IconButton size="small" icon={<Trash2 />} label={t("delete", { name, time })} onClick={() => void remove()} />
      </div>
      <dl className="grid grid-cols-3 gap-x-4">
        <Figure label={t("billed")}>{dollars(micros)}</Figure>
        <Figure label={t("ledger")}>{dollars(ledger.micros)}</Figure>
        <Figure label={t("difference")}>
          <bdi>{dollars(difference, signed)}</bdi>
          {share !== undefined && (
            <span className="font-normal text-ink-muted">{number(share, { ...percent, ...signed })}</span>
          )}
        </Figure>
      </dl>
      <p className="text-ink-muted text-xs">
        {estimatedShare > 0
          ? t("estimated", { amount: dollars(ledger.estimatedMicros), share: number(estimatedShare, percent) })
          : t("reported")}
        {ledger.unpricedCount > 0 && <> {t("unpriced", { count: ledger.unpricedCount })}</>}
      </p>
    </li>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-muted text-xs">{label}</dt>
      <dd className="flex flex-wrap gap-x-2 font-medium tabular-nums">{children}</dd>
    </div>
  );
}

function useRemove({ workspaceId, id: billId }: models.Bill): () => Promise<void> {
  const { models: api } = useClient();
  const toast = useToast();
  return async () => {
    await api.deleteBill({ workspaceId, billId }).catch(toast.showProblem);
  };
}
