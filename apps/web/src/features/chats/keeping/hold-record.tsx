import { chats } from "@althing/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useClient, useRefreshOn } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";

type Props = { workspaceId: chats.ChatRetention["workspaceId"] };

const atOnce = 10;
const events = [chats.ChatRetentionChanged];

/** Every hold there ever was, with what it was for; the newest first. */
export function HoldRecord({ workspaceId }: Props) {
  const t = useTranslations("chats.retention");
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHolds(workspaceId);
  useRefreshOn(events, refetch);
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  return (
    <div className="flex flex-col items-start gap-3">
      <Table
        label={t("everyHold")}
        className="w-full"
        rows={data.pages.flatMap(({ items }) => items)}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-muted text-sm">{t("recordNone")}</p>}
        columns={[
          {
            key: "reason",
            header: t("reason"),
            className: "w-full min-w-34 wrap-anywhere",
            cell: ({ reason }) => <bdi>{reason}</bdi>,
          },
          { key: "on", header: t("putOn"), cell: ({ byName, at }) => <Deed name={byName} at={at} /> },
          {
            key: "off",
            header: t("takenOff"),
            cell: ({ endedByName, endedAt }) =>
              endedAt ? <Deed name={endedByName ?? ""} at={endedAt} /> : <Tag tone="warning">{t("stillOn")}</Tag>,
          },
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("recordMore")}
        </Button>
      )}
    </div>
  );
}

/** Who did it, and when. */
function Deed({ name, at }: { name: string; at: string }) {
  return (
    <span className="flex flex-col">
      <bdi className="wrap-anywhere">{name}</bdi>
      <Timestamp at={at} format="date" className="whitespace-nowrap text-ink-muted text-xs" />
    </span>
  );
}

function useHolds(workspaceId: Props["workspaceId"]) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ["chats.retention", workspaceId, "holds"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.page(chats.listLegalHolds, { workspaceId, limit: atOnce, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
}
