import { messages } from "@althing/contract";
import type { ListPage } from "@althing/sdk";
import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Page } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { EndlessList } from "../endless-list.tsx";
import { RowSkeletons } from "../list/row-skeletons.tsx";
import { ThreadCard } from "./thread-card.tsx";

/** The threads that one follows, the last answered first. */
export function ThreadsPage() {
  const t = useTranslations("messages.threads");
  const [filter, setFilter] = useState<"all" | "unread">("all");
  const list = useThreads(filter === "unread");
  const threads = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t("title")}
      actions={
        <SegmentedControl
          label={t("filter")}
          options={[
            { value: "all", label: t("all") },
            { value: "unread", label: t("unread") },
          ]}
          value={filter}
          onValueChange={setFilter}
        />
      }
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending && <RowSkeletons count={8} />}
        {list.error && <ErrorState error={list.error} onRetry={list.refetch} />}
        {list.data && threads.length === 0 && (
          <EmptyState
            icon={<MessagesSquare />}
            title={filter === "unread" ? t("noneUnread") : t("none")}
            actions={filter === "unread" && <Button onClick={() => setFilter("all")}>{t("showAll")}</Button>}
          >
            {filter === "all" && t("noneHint")}
          </EmptyState>
        )}
        <EndlessList list={list}>
          {threads.map(({ root, standing }) => (
            <li key={root.id}>
              <ThreadCard root={root} standing={standing} />
            </li>
          ))}
        </EndlessList>
      </div>
    </Page>
  );
}

type ThreadsData = InfiniteData<ListPage<typeof messages.listThreads>>;

function useThreads(isUnreadOnly: boolean) {
  const client = useClient();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const standings = useReplica((replica) => replica.standings);
  // Which threads there are and in which order, only the server knows: asked again when one's standing changes.
  useEffect(() => {
    void standings;
    void queries.invalidateQueries({ queryKey: ["messages", "threads"] });
  }, [queries, standings]);
  return useInfiniteQuery<ListPage<typeof messages.listThreads>, Error, ThreadsData, unknown[], string | undefined>({
    queryKey: ["messages", "threads", workspaceId, isUnreadOnly],
    initialPageParam: undefined,
    queryFn: ({ pageParam }) =>
      client.page(messages.listThreads, {
        workspaceId,
        unread: isUnreadOnly ? "true" : "false",
        cursor: pageParam,
        limit: 30,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
