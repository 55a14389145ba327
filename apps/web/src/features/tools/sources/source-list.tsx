import type { tools } from "@althing/contract";
import { ArrowDownUp, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { OrderDialog } from "../alike/order-dialog.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { SourceRow } from "./source-row.tsx";
import type { Way } from "./ways.ts";
import { WebSearchSection } from "./web-search-section.tsx";

type Props = { sources: readonly tools.ToolSource[]; mayManage: boolean };

/** Where tools come from, the preferred first. */
export function SourceList({ sources, mayManage }: Props) {
  const t = useTranslations("tools.sources");
  const [wanted, setWanted] = useState<Way>();
  const [isOrdering, setOrdering] = useState(false);
  const foreign = sources.filter(({ kind }) => kind !== "builtin");
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose flex-1 basis-60 text-ink-muted">{t("hint")}</p>
        {mayManage && (
          <Button variant="primary" icon={<Plus />} onClick={() => setWanted("mcp")}>
            {t("connect")}
          </Button>
        )}
      </div>
      <ul aria-label={t("label")} className="divide-y divide-line rounded-lg border border-line bg-surface">
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} mayManage={mayManage} />
        ))}
      </ul>
      {foreign.length === 0 && mayManage && <FirstSteps onChoose={setWanted} />}
      {foreign.length > 1 && mayManage && (
        <Button size="small" icon={<ArrowDownUp />} className="self-start" onClick={() => setOrdering(true)}>
          {t("order")}
        </Button>
      )}
      {mayManage && <WebSearchSection />}
      {wanted && <ConnectDialog way={wanted} sources={sources} onClose={() => setWanted(undefined)} />}
      {isOrdering && <OrderDialog sources={foreign} onClose={() => setOrdering(false)} />}
    </div>
  );
}
