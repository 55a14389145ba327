import { Hash, Plus } from "lucide-react";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { usePermission } from "../../workspaces/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { useRovingFocus } from "../sidebar/use-roving-focus.ts";
import { ChannelRow } from "./channel-row.tsx";
import { useChannels } from "./use-channels.ts";

/** A search over all public channels, endless downwards. */
export function PublicChannels() {
  const t = useTranslations("rooms.browse");
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useChannels(query);
  const roving = useRovingFocus<HTMLUListElement>();
  const channels = data?.pages.flatMap(({ items }) => items);
  return (
    <div className="flex flex-col gap-3">
      <SearchField
        label={t("search")}
        value={typed}
        onValueChange={setTyped}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          roving.ref.current?.querySelector<HTMLElement>("[data-roving]")?.focus();
        }}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!channels && !error && <Loading />}
      {channels?.length === 0 && <NothingFound query={query} />}
      <ul {...roving} aria-label={t("public")} className="flex flex-col">
        {channels?.map((channel) => (
          <ChannelRow key={channel.id} channel={channel} />
        ))}
      </ul>
      {hasNextPage && <More isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </div>
  );
}

/** Asks for more as soon as it comes into sight; it can be pressed, too. */
function More({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const t = useTranslations("rooms.browse");
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (!end.current || isLoading) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: "400px",
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div ref={end} className="grid place-items-center py-2">
      <Button variant="ghost" loading={isLoading} onClick={onMore}>
        {t("more")}
      </Button>
    </div>
  );
}

function NothingFound({ query }: { query: string }) {
  const t = useTranslations("rooms.browse");
  const mayCreate = usePermission("room.create");
  return (
    <EmptyState
      icon={<Hash />}
      title={query ? t("nothing", { query }) : t("none")}
      actions={
        mayCreate && (
          <Button
            variant="primary"
            icon={<Plus />}
            onClick={() => roomDialog.open({ kind: "new-channel", name: query })}
          >
            {query ? t("createNamed", { name: query }) : t("newChannel")}
          </Button>
        )
      }
    >
      {query ? t("nothingHint") : t("noneHint")}
    </EmptyState>
  );
}

function Loading() {
  return (
    <div className="flex flex-col gap-1 pt-1">
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} className="h-16" />
      ))}
    </div>
  );
}
