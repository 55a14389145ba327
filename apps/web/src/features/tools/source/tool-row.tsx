import type { tools } from "@althing/contract";
import { Eye, PencilLine, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ScrollArea } from "../../../ui/scroll-area.tsx";
import { Tag } from "../../../ui/tag.tsx";

type Props = { tool: tools.Tool; leading?: ReactNode; trailing?: ReactNode };

/** A tool as its source describes it: whole, for what is cut off could be what one should have read. */
export function ToolRow({ tool, leading, trailing }: Props) {
  const t = useTranslations("tools.tool");
  const { name, wording } = tool;
  return (
    <li className="flex gap-3 px-4 py-3">
      {leading}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {wording.title && <bdi className="font-medium">{wording.title}</bdi>}
          <code dir="ltr" className="break-all text-ink-muted text-xs">
            {name}
          </code>
          <Hints tool={tool} />
        </div>
        {wording.description && (
          <p className="mt-0.5 whitespace-pre-wrap break-words text-ink-muted text-sm">
            <bdi>{wording.description}</bdi>
          </p>
        )}
        <details className="mt-1 text-xs">
          <summary className="w-fit rounded-xs text-ink-muted hover:text-ink">{t("schema")}</summary>
          <ScrollArea label={t("schemaOf", { name })} className="mt-1.5 max-h-72 rounded-md bg-sunken p-2">
            <pre dir="ltr" className="font-mono leading-5">
              {JSON.stringify(wording.inputSchema, null, 2)}
            </pre>
          </ScrollArea>
        </details>
      </div>
      {trailing}
    </li>
  );
}

/** What Althing knows of a tool, else what the source says: nothing is allowed because of it. */
function Hints({ tool: { reads, wording } }: { tool: tools.Tool }) {
  const t = useTranslations("tools.tool");
  const { readOnly, destructive, openWorld } = wording.hints;
  if (reads) return <Tag icon={<Eye />}>{t("reads")}</Tag>;
  return (
    <>
      {readOnly && <Tag icon={<Eye />}>{t("saysItReads")}</Tag>}
      {!readOnly && destructive && (
        <Tag tone="danger" icon={<TriangleAlert />}>
          {t("destructive")}
        </Tag>
      )}
      {!readOnly && !destructive && <Tag icon={<PencilLine />}>{t("mayChange")}</Tag>}
      {openWorld && <Tag>{t("openWorld")}</Tag>}
    </>
  );
}
