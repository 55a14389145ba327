import type { tools } from "@althing/contract";
import { Link, useParams } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classes } from "../../../ui/classes.ts";
import { Tag } from "../../../ui/tag.tsx";
import { SourceIcon } from "./source-icon.tsx";
import { SourceState } from "./source-state.tsx";

type Props = { source: tools.ToolSource; mayManage: boolean };

export function SourceRow({ source, mayManage }: Props) {
  const t = useTranslations("tools.sources");
  const { kind, title, slug, counts, precedence, health, enabled } = source;
  return (
    <li>
      <Frame sourceId={mayManage ? source.id : undefined}>
        <SourceIcon kind={kind} />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <bdi className="font-medium">{title}</bdi>
            <SourceState source={source} />
            {counts.quarantined > 0 && <Tag tone="warning">{t("changed", { count: counts.quarantined })}</Tag>}
            {counts.pending > 0 && <Tag tone="accent">{t("waiting", { count: counts.pending })}</Tag>}
          </span>
          <span className="flex flex-wrap gap-x-3 text-ink-muted text-sm">
            <code dir="ltr" className="text-xs leading-5">{`${slug}__`}</code>
            <span>{t("inUse", { count: counts.approved })}</span>
            {kind !== "builtin" && <span>{t("precedence", { precedence })}</span>}
          </span>
          {enabled && health.message && (
            <span className={classes("block text-sm", health.state === "well" ? "text-ink-muted" : "text-danger")}>
              {health.message}
            </span>
          )}
        </span>
        {mayManage && <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint rtl:-scale-x-100" />}
      </Frame>
    </li>
  );
}

const look = "flex items-center gap-3 px-4 py-3";

/** Leads to the source, for who may manage it. */
function Frame({ sourceId, children }: { sourceId: string | undefined; children: ReactNode }) {
  const { slug } = useParams({ from: "/w/$slug" });
  if (!sourceId) return <div className={look}>{children}</div>;
  return (
    <Link
      to="/w/$slug/settings/$page"
      params={{ slug, page: "tools" }}
      search={{ at: sourceId }}
      className={`${look} transition-colors hover:bg-hover`}
    >
      {children}
    </Link>
  );
}
