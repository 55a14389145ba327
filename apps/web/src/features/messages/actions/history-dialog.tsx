import type { messages } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { diffWords } from "./diff-words.ts";

type Props = { message: messages.Message; onClose: () => void };

/** How a message read before each edit, the newest first, with what changed. */
export function HistoryDialog({ message, onClose }: Props) {
  const t = useTranslations("messages.history");
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["messages", "versions", message.id, message.version],
    queryFn: () => client.messages.listMessageVersions({ roomId: message.roomId, messageId: message.id }),
  });
  const texts = data && [{ version: message.version, body: message.body, at: message.editedAt ?? "" }, ...data];
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={t("title")}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!texts && !error && <Skeleton className="h-24" />}
      <ol className="flex flex-col gap-4">
        {texts?.map(({ version, body, at }, index) => (
          <li key={version} className="flex flex-col gap-1">
            <p className="font-medium text-ink-muted text-xs">
              {index === 0 ? t("now") : <Timestamp at={at} format="full" />}
            </p>
            <p dir="auto" className="whitespace-pre-wrap rounded-md border border-line px-3 py-2 wrap-anywhere">
              <Changes before={texts[index + 1]?.body ?? body} after={body} />
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function Changes({ before, after }: { before: string; after: string }) {
  return diffWords(before, after).map(({ kind, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name.
    <Fragment key={index}>
      {kind === "same" && text}
      {kind === "added" && <ins className="rounded-xs bg-success-soft no-underline">{text}</ins>}
      {kind === "removed" && <del className="rounded-xs bg-danger-soft">{text}</del>}
    </Fragment>
  ));
}
