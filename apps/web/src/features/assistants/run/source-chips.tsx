import type { assistants } from "@althing/contract";
import { FileText, Hash, Wrench } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";

const icons = { message: Hash, tool: Wrench, page: FileText };

/** What an answer cites, by number, beside one another. One opens beside the text. */
export function SourceChips({ runId, sources }: { runId: string; sources: readonly assistants.Source[] }) {
  const t = useTranslations("assistants.answer");
  const { show } = usePanel();
  return (
    <ul aria-label={t("sources")} className="flex flex-wrap gap-1.5">
      {sources.map(({ handle, kind, title, quote }) => {
        const Icon = icons[kind];
        return (
          <li key={handle} className="max-w-64">
            <button
              type="button"
              tabIndex={-1}
              title={quote}
              className="flex h-6 max-w-full items-center gap-1.5 rounded-sm border border-line bg-surface px-1.5 text-ink-muted text-xs hover:bg-hover hover:text-ink [&>svg]:size-3 [&>svg]:shrink-0"
              onClick={() => show("sources", `${runId}/${handle}`)}
            >
              <span className="font-medium text-accent tabular-nums">{handle}</span>
              <Icon aria-hidden="true" />
              <span className="truncate">{title}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
