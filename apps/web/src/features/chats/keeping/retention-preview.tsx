import type { chats } from "@althing/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Archive, CalendarCheck, Scale } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica } from "../../../connection/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Tag } from "../../../ui/tag.tsx";

type Preview = Awaited<ReturnType<ReturnType<typeof useClient>["chats"]["previewChatRetention"]>>;
type Props = { workspaceId: chats.ChatRetention["workspaceId"]; days: number };

const typingMs = 300;
const mostShown = 20;

/** Which conversations would go, were this decided. Nothing of what was said in them is told. */
export function RetentionPreview({ workspaceId, days }: Props) {
  const t = useTranslations("chats.retention");
  const client = useClient();
  const asked = useSettled(days);
  const { data, error, refetch } = useQuery({
    queryKey: ["chats.retention", workspaceId, "preview", asked],
    queryFn: () => client.chats.previewChatRetention({ workspaceId, days: asked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  const Icon = data.count === 0 ? CalendarCheck : Archive;
  return (
    <section
      aria-label={t("preview")}
      aria-busy={asked !== days}
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <header className="flex items-start gap-3 px-4 py-3 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0 [&>svg]:text-ink-muted">
        <Icon aria-hidden="true" />
        <div aria-live="polite">
          <h3 className="font-medium text-sm">{t("wouldGo", { count: data.count })}</h3>
          {data.kept > 0 && <p className="text-ink-muted text-sm">{t("keptByOwners", { count: data.kept })}</p>}
          {data.held && (
            <p className="mt-1 flex items-center gap-1.5 text-sm text-warning [&>svg]:size-4">
              <Scale aria-hidden="true" />
              {t("heldNow")}
            </p>
          )}
        </div>
      </header>
      {data.chats.length > 0 && (
        <ul aria-label={t("wouldGo", { count: data.count })} className="divide-y divide-line border-line border-t">
          {data.chats.slice(0, mostShown).map((chat) => (
            <Going key={chat.roomId} chat={chat} />
          ))}
        </ul>
      )}
      {data.count > mostShown && (
        <p className="border-line border-t px-4 py-2.5 text-ink-muted text-sm">
          {t("andMore", { count: data.count - mostShown })}
        </p>
      )}
    </section>
  );
}

function Going({ chat: { ownerId, temporary, lastMessageAt } }: { chat: Preview["chats"][number] }) {
  const t = useTranslations("chats.retention");
  const owner = useReplica(({ profiles }) => (ownerId ? profiles[ownerId]?.name : undefined));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 text-sm">
      <span className="min-w-0 flex-1 truncate">{owner ? t("of", { name: owner }) : t("ofNobody")}</span>
      {temporary && <Tag>{t("temporary")}</Tag>}
      <span className="text-ink-muted text-xs">
        {t.rich("last", { time: () => <RelativeTime at={lastMessageAt} /> })}
      </span>
    </li>
  );
}

/** A number once it is not being typed any more. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
