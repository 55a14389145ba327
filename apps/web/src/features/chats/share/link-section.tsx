import { Link2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Section } from "../../accounts/index.ts";
import { ShareLine } from "./share-line.tsx";
import { useShares } from "./use-shares.ts";

/** All links that one made and that still work. */
export function LinkSection() {
  const t = useTranslations("chats.share");
  const { data, error, refetch } = useShares();
  return (
    <Section title={t("mine")} hint={t("mineHint")}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton className="h-32" />}
      {data?.length === 0 && (
        <EmptyState icon={<Link2 />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      <ul aria-label={t("mine")} className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {data?.map((share) => (
          <ShareLine key={share.id} share={share} showTitle />
        ))}
      </ul>
    </Section>
  );
}
