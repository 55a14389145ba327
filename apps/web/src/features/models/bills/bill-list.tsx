import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { BillDialog } from "./bill-dialog.tsx";
import { BillLine } from "./bill-line.tsx";
import { useBilledProviders, useBills } from "./use-bills.ts";

/** What providers bill, held against the ledger. */
export function BillList() {
  const t = useTranslations("models.bills");
  const providers = useBilledProviders();
  const [isEntering, setEntering] = useState(false);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useBills();
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  const bills = data.pages.flatMap(({ items }) => items);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t("hint")}</p>
      <ul
        aria-label={t("title")}
        className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden"
      >
        {bills.map((bill) => (
          <BillLine key={bill.id} bill={bill} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("more")}
          </Button>
        )}
        {providers?.length === 0 && <p className="text-ink-muted text-sm">{t("noProvider")}</p>}
        {providers && providers.length > 0 && (
          <Button icon={<Plus />} onClick={() => setEntering(true)}>
            {t("enter")}
          </Button>
        )}
      </div>
      {isEntering && providers && <BillDialog providers={providers} onClose={() => setEntering(false)} />}
    </div>
  );
}
