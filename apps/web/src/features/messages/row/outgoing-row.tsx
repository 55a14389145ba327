import type { Outgoing } from "@althing/sdk";
import { CircleAlert, Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { useDescribeProblem } from "../../../ui/problem.ts";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { AccountAvatar, PersonName, useMyId } from "../../accounts/index.ts";
import { Attachments, useLaterUploads } from "../../files/index.ts";
import { draftKey } from "../composer/drafts/drafts.ts";
import { useDraft } from "../composer/drafts/use-draft.ts";
import { focusComposer } from "../composer/index.ts";

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
        {isFailed && <Failure entry={entry} />}
      </div>
    </article>
  );
}

function Failure({ entry }: { entry: Outgoing }) {
  const t = useTranslations("messages.outgoing");
  const describeProblem = useDescribeProblem();
  const { outbox } = useWorkspace();
  const { roomId, parentId, body, attachments = [] } = entry.draft;
  const key = draftKey(roomId, parentId);
  const [draft, writeDraft] = useDraft(key);
  const uploads = useLaterUploads();
  // Where nobody can write there is no composer to change it in.
  const isOpen = useReplica(({ rooms }) => rooms[roomId]?.joined === true && rooms[roomId].archivedAt === null);
  const { title } = describeProblem({ ...entry.failure, title: entry.failure?.message });
  const edit = () => {
    writeDraft(draft.trim() === "" ? body : `${body}\n${draft}`);
    if (attachments.length > 0) void uploads().then((all) => all.putBack(key, attachments));
    outbox.discard(entry.id);
    focusComposer(parentId ? "thread" : "room");
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <p role="alert" className="flex items-center gap-1.5 text-danger text-xs [&>svg]:size-3.5">
        <CircleAlert aria-hidden="true" />
        {t("failed", { reason: title })}
      </p>
      <span className="flex gap-1">
        <Button size="small" onClick={() => outbox.retry(entry.id)}>
          {t("retry")}
        </Button>
        {isOpen && (
          <Button size="small" variant="ghost" onClick={edit}>
            {t("edit")}
          </Button>
        )}
        <Button size="small" variant="ghost" onClick={() => outbox.discard(entry.id)}>
          {t("discard")}
        </Button>
      </span>
    </div>
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
