import { messages } from "@althing/contract";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { AtSign } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Page } from "../../../shell/index.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { EndlessList } from "../endless-list.tsx";
import { RowSkeletons } from "../list/row-skeletons.tsx";
import { RoomName } from "../room-name.tsx";
import { MessageCard } from "../row/message-card.tsx";
import { mentionsIn } from "../waiting.ts";

/** Where one was called, the newest first. */
export function MentionsPage() {
  const t = useTranslations("messages.mentions");
  const list = useMentions();
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t("title")}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending && <RowSkeletons count={8} />}
        {list.error && <ErrorState error={list.error} onRetry={list.refetch} />}
        {list.data && found.length === 0 && (
          <EmptyState icon={<AtSign />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        )}
        <EndlessList list={list}>
          {found.map((message) => (
            <li key={message.id}>
              <MessageCard message={message} place={<RoomName roomId={message.roomId} />} />
            </li>
          ))}
        </EndlessList>
      </div>
    </Page>
  );
}

function useMentions() {
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const waiting = useReplica((replica) => mentionsIn(replica, workspaceId));
  useEffect(() => {
    void waiting;
    void queries.invalidateQueries({ queryKey: ["messages", "mentions"] });
  }, [queries, waiting]);
  return useInfiniteQuery({
    queryKey: ["messages", "mentions", workspaceId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => client.page(messages.listMentions, { workspaceId, cursor: pageParam, limit: 30 }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
