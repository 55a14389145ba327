import type { messages } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { RoomName } from "../room-name.tsx";
import { MessageCard } from "../row/message-card.tsx";

type Props = { root: messages.Message; standing: messages.ThreadStanding };

/** A followed thread: how it began, and how far it has come. */
export function ThreadCard({ root, standing }: Props) {
  const t = useTranslations("messages.thread");
  const panel = usePanel();
  const held = useReplica(({ messages }) => messages[root.id]) ?? root;
  const { unread, muted } = useReplica(({ standings }) => standings[root.id]) ?? standing;
  const thread = held.thread;
  return (
    <MessageCard
      message={held}
      place={<RoomName roomId={held.roomId} />}
      actions={
        <span className="flex flex-wrap items-center justify-end gap-2">
          {thread?.lastReplyAt && (
            <RelativeTime at={thread.lastReplyAt} className="whitespace-nowrap text-ink-faint text-xs" />
          )}
          {unread > 0 && !muted && <Badge tone="accent" count={unread} label={t("unread", { count: unread })} />}
          <Button size="small" onClick={() => panel.show("thread", held.id)}>
            {t("replies", { count: thread?.replyCount ?? 0 })}
          </Button>
        </span>
      }
    />
  );
}
