import type { Outgoing } from "@althing/sdk";
import { Clock } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { classes } from "../../../ui/classes.ts";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { AccountAvatar, PersonName, useMyId } from "../../accounts/index.ts";
import { Attachments } from "../../files/index.ts";

const Failure = later(() => import("./outgoing-failure.tsx"), "OutgoingFailure");

type Props = { entry: Outgoing; isFirstOfGroup: boolean };

const patienceMs = 1_000;

/** A message of mine that is not with the server yet. What arrives within a second looks as if it had been there at once. */
export function OutgoingRow({ entry, isFirstOfGroup }: Props) {
  const t = useTranslations("messages.outgoing");
  const myId = useMyId();
  const isLate = useIsLate(entry.composedAt);
  const isFailed = entry.state === "failed";
  const { attachments = [] } = entry.draft;
  return (
    <article
      aria-label={t(isFailed ? "failedLabel" : "label", { text: entry.draft.body })}
      aria-busy={!isFailed}
      data-outgoing-id={entry.id}
      className={classes(
        "flex gap-3 px-4 py-message md:px-5",
        isFirstOfGroup && "mt-1.5",
        isFailed && "bg-danger-soft",
      )}
    >
      {isFirstOfGroup ? (
        <AccountAvatar accountId={myId} size={36} className="mt-0.5" />
      ) : (
        <span className="w-9 shrink-0" />
      )}
      <div className="min-w-0 flex-1">
        {isFirstOfGroup && (
          <p className="flex items-baseline gap-2">
            <span className="truncate font-semibold">
              <PersonName accountId={myId} />
            </span>
            <Timestamp at={entry.composedAt} className="text-ink-faint text-xs" />
          </p>
        )}
        {(entry.draft.body !== "" || isLate) && (
          <p
            dir="auto"
            className={classes(
              "whitespace-pre-wrap text-base wrap-anywhere max-md:text-md",
              isLate && !isFailed && "text-ink-faint",
            )}
          >
            {entry.draft.body}
            {isLate && !isFailed && (
              <Clock role="img" aria-label={t("pending")} className="ms-1.5 inline size-3 text-ink-faint" />
            )}
          </p>
        )}
        {attachments.length > 0 && <Attachments messageId={entry.id} attachments={attachments} />}
        {isFailed && (
          <Suspense>
            <Failure entry={entry} />
          </Suspense>
        )}
      </div>
    </article>
  );
}

function useIsLate(composedAt: number): boolean {
  const [isLate, setLate] = useState(() => Date.now() - composedAt >= patienceMs);
  useEffect(() => {
    if (isLate) return;
    const timer = setTimeout(() => setLate(true), composedAt + patienceMs - Date.now());
    return () => clearTimeout(timer);
  }, [isLate, composedAt]);
  return isLate;
}
