import { BrainCircuit, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ProviderCard } from "./provider-card.tsx";
import { ProviderDialog } from "./provider-dialog.tsx";
import { useProviders } from "./use-providers.ts";

export function ProviderList({ personal, hint }: { personal: boolean; hint: string }) {
  const t = useTranslations("models.providers");
  const { providers, error, load } = useProviders(personal);
  const [isConnecting, setConnecting] = useState(false);
  const button = (
    <Button variant="primary" icon={<Plus />} onClick={() => setConnecting(true)}>
      {t("connect")}
    </Button>
  );
  if (error && !providers) return <ErrorState error={error} onRetry={load} />;
  if (!providers) return <Skeleton className="h-40" />;
  return (
    <div className="flex flex-col gap-4">
      {providers.length > 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="max-w-prose flex-1 basis-60 text-ink-muted">{hint}</p>
          {button}
        </div>
      ) : (
        <EmptyState icon={<BrainCircuit />} title={personal ? t("noneOfOwn") : t("none")} actions={button}>
          {hint}
        </EmptyState>
      )}
      {providers.map((provider) => (
        <ProviderCard key={provider.id} provider={provider} />
      ))}
      {isConnecting && <ProviderDialog personal={personal} onClose={() => setConnecting(false)} />}
    </div>
  );
}
