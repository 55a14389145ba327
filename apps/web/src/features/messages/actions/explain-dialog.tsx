import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useClient, useReplica } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useShowMessage } from "../message-address.ts";
import { wordsOf } from "../row/message-body.tsx";

type Props = { roomId: string; onClose: () => void };

const shownCount = 20;

/** Why a room has a badge: each message that counts, and for what reason. */
export function ExplainDialog({ roomId, onClose }: Props) {
  const t = useTranslations("messages.explain");
  const { messages } = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["messages", "explain", roomId],
    staleTime: 0,
    queryFn: () => messages.explainUnread({ roomId }),
  });
  const counted = data?.counted ?? [];
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={data && t("summary", { count: data.count, mentions: data.mentions, threads: data.threads })}
    >
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton className="h-24" />}
      <ul className="flex flex-col gap-1">
        {counted.slice(0, shownCount).map(({ messageId, because, mentionsYou }) => (
          <li key={messageId} className="flex items-center gap-3">
            <div className="min-w-0 flex-1">
              <Words messageId={messageId} roomId={roomId} />
              <p className="text-ink-muted text-xs">
                {t(because)}
                {mentionsYou && ` · ${t("mentionsYou")}`}
              </p>
            </div>
            <ShowButton roomId={roomId} messageId={messageId} onClose={onClose} />
          </li>
        ))}
      </ul>
      {counted.length > shownCount && (
        <p className="mt-2 text-ink-muted text-sm">{t("more", { count: counted.length - shownCount })}</p>
      )}
    </Dialog>
  );
}

type Counted = { roomId: string; messageId: string };

function useCounted({ roomId, messageId }: Counted) {
  const { messages } = useClient();
  const held = useReplica((replica) => replica.messages[messageId]);
  const { data } = useQuery({
    queryKey: ["messages", "one", messageId],
    enabled: held === undefined,
    queryFn: () => messages.getMessage({ roomId, messageId }),
  });
  return held ?? data;
}

function Words(counted: Counted) {
  const message = useCounted(counted);
  if (!message) return <Skeleton className="h-4 w-2/3" />;
  return (
    <p className="truncate">
      <span className="font-medium">{message.author.name}</span> {wordsOf(message)}
    </p>
  );
}

function ShowButton({ onClose, ...counted }: Counted & { onClose: () => void }) {
  const t = useTranslations("messages.card");
  const message = useCounted(counted);
  const showMessage = useShowMessage();
  if (!message) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        onClose();
        showMessage(message);
      }}
    >
      {t("show")}
    </Button>
  );
}
