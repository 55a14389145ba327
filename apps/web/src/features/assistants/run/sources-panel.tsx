import type { assistants } from "@althing/contract";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { PanelFrame } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { useShowMessage } from "../../messages/index.ts";
import { useRoom, useRoomTitle } from "../../rooms/index.ts";
import { useRun } from "./use-runs.ts";

/** What an assistant was shown for an answer, word for word; what it cites comes first. `subject` is `<run>` or `<run>/<number>`. */
export function SourcesPanel({ subject }: { subject: string }) {
  const t = useTranslations("assistants.sources");
  const [runId = "", handle] = subject.split("/");
  const run = useRun(runId);
  const sources = run?.sources.toSorted(
    (one, other) => Number(other.cited) - Number(one.cited) || one.handle - other.handle,
  );
  return (
    <PanelFrame title={t("title")} subtitle={run && t("of", { name: run.assistant.name })}>
      {!sources?.length && <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>}
      <ol className="flex flex-col gap-3 p-4">
        {sources?.map((source) => (
          <SourceCard key={source.handle} source={source} isPointedOut={String(source.handle) === handle} />
        ))}
      </ol>
    </PanelFrame>
  );
}

function SourceCard({ source, isPointedOut }: { source: assistants.Source; isPointedOut: boolean }) {
  const t = useTranslations("assistants.sources");
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPointedOut) card.current?.scrollIntoView({ block: "center" });
  }, [isPointedOut]);
  const { handle, title, quote, cited, author, at } = source;
  return (
    <li
      ref={card}
      className={classes("rounded-lg border bg-surface px-3 py-2.5", isPointedOut ? "border-accent" : "border-line")}
    >
      <header className="mb-1.5 flex min-w-0 items-center gap-2 text-sm">
        <span className="grid size-5 shrink-0 place-items-center rounded-xs bg-accent-soft font-medium text-2xs text-accent tabular-nums">
          {handle}
        </span>
        <span className="truncate font-medium">{author?.name ?? title}</span>
        {at && <Timestamp at={at} format="date" className="shrink-0 text-ink-faint text-xs" />}
        <span className="ms-auto">{!cited && <Tag>{t("notCited")}</Tag>}</span>
      </header>
      <blockquote
        dir="auto"
        className="max-h-48 overflow-y-auto whitespace-pre-wrap border-line border-s-2 ps-3 text-sm"
      >
        {quote}
      </blockquote>
      <Way source={source} />
    </li>
  );
}

/** The way to where it was said. An address outside is shown whole before anyone goes there. */
function Way({ source: { roomId, messageId, url } }: { source: assistants.Source }) {
  const t = useTranslations("assistants.sources");
  const showMessage = useShowMessage();
  const room = useRoom(roomId ?? "");
  const title = useRoomTitle(room ?? { name: "", people: [] });
  if (roomId && messageId) {
    return (
      <Button
        size="small"
        variant="ghost"
        className="-ms-2 mt-1"
        onClick={() => showMessage({ roomId, id: messageId, parentId: null, alsoInRoom: false })}
      >
        {title ? t("showIn", { room: title }) : t("show")}
      </Button>
    );
  }
  if (!url) return null;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="mt-1.5 block truncate text-accent text-xs hover:underline"
    >
      {url}
    </a>
  );
}
