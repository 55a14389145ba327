import type { messages } from "@althing/contract";
import { BellOff, CircleCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Badge } from "../../../ui/badge.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { AccountAvatar } from "../../accounts/index.ts";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { useRowTabIndex } from "./active-row.ts";

type Props = { root: messages.Message; thread: messages.ThreadSummary };

/** What happened in a message's thread, and the way into it. */
export function ThreadSummary({ root, thread }: Props) {
  const t = useTranslations("messages.thread");
  const verbs = useMessageVerbs();
  const tabIndex = useRowTabIndex();
  const standing = useReplica(({ standings }) => standings[root.id]);
  const isUnread = standing?.following && !standing.muted && standing.unread > 0;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className="mt-1 mb-0.5 -ms-1.5 flex max-w-full flex-wrap items-center gap-x-2 rounded-md border border-transparent py-1 ps-1.5 pe-2.5 text-start text-xs hover:border-line hover:bg-surface"
      onClick={() => verbs.openThread(root)}
    >
      <span className="flex gap-1">
        {thread.participantIds.slice(0, 4).map((id) => (
          <AccountAvatar key={id} accountId={id} size={20} />
        ))}
      </span>
      <span className="font-semibold text-accent">{t("replies", { count: thread.replyCount })}</span>
      {isUnread && <Badge tone="accent" label={t("unread", { count: standing.unread })} />}
      {thread.lastReplyAt && (
        <span className="text-ink-faint">
          {t.rich("lastReply", { time: () => <RelativeTime at={thread.lastReplyAt ?? ""} /> })}
        </span>
      )}
      {thread.resolvedAt && (
        <span className="flex items-center gap-1 text-success">
          <CircleCheck aria-hidden="true" className="size-3.5" />
          {t("resolved")}
        </span>
      )}
      {standing?.muted && <BellOff role="img" aria-label={t("muted")} className="size-3.5 text-ink-faint" />}
    </button>
  );
}
