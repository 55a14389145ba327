import type { chats } from "@althing/contract";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Tag } from "../../../ui/tag.tsx";
import type { Importing } from "./use-import.ts";

type Imported = chats.ImportedChat;
type Props = { importing: Importing; isDone: boolean /** What one does after. */; children: ReactNode };

/** What came in and what could not; before that, what would. */
export function ImportReport({ importing: { reports, preview, total }, isDone, children }: Props) {
  const t = useTranslations("chats.import");
  const told = reports.length > 0 ? reports.flat() : preview;
  const countOf = (wanted: Imported["outcome"]) => told.filter(({ outcome }) => outcome === wanted).length;
  const isReport = reports.length > 0;
  return (
    <section className="flex flex-col gap-3" aria-live="polite">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="font-semibold text-base">{isReport ? t("report") : t("preview")}</h2>
          <p className="text-ink-muted text-sm">
            {t("counts", { imported: countOf("imported"), known: countOf("known"), empty: countOf("empty") })}
          </p>
        </div>
        {isDone && children}
      </header>
      <ul aria-label={t("conversations")} className="divide-y divide-line rounded-lg border border-line bg-surface">
        {told.map((chat, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have one title, and none moves.
          <Line key={index} chat={chat} isReport={isReport} />
        ))}
      </ul>
      {!isReport && total > told.length && (
        <p className="text-ink-muted text-sm">{t("more", { count: total - told.length })}</p>
      )}
    </section>
  );
}

const tones = { imported: "success", known: "neutral", empty: "warning" } as const;

function Line({ chat, isReport }: { chat: Imported; isReport: boolean }) {
  const t = useTranslations("chats.import");
  const { slug } = useParams({ from: "/w/$slug" });
  const { title, roomId, turns, branches, outcome, leftOut } = chat;
  return (
    <li className="flex flex-col gap-0.5 px-4 py-2.5">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere min-w-0 flex-1 font-medium text-sm">
          {roomId ? (
            <Link to="/w/$slug/r/$roomId" params={{ slug, roomId }} className="rounded-xs hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </span>
        <span className="text-ink-muted text-xs tabular-nums">
          {t("size", { turns })}
          {branches > 1 && ` · ${t("branches", { count: branches })}`}
        </span>
        {(isReport || outcome !== "imported") && <Tag tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Tag>}
      </span>
      {leftOut.length > 0 && (
        <span className="text-ink-muted text-xs">{t("leftOut", { list: leftOut.join(", ") })}</span>
      )}
    </li>
  );
}
