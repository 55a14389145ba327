import type { accounts as contract } from "@althing/contract";
import { accounts as events } from "@althing/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useClient, useLive } from "../../../../connection/index.ts";
import { Button } from "../../../../ui/button.tsx";
import { useConfirm } from "../../../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../../../ui/error-state.tsx";
import { RelativeTime } from "../../../../ui/relative-time.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { Timestamp } from "../../../../ui/timestamp.tsx";
import { useToast } from "../../../../ui/toast.tsx";
import { Section } from "../section.tsx";

const queryKey = ["accounts.list_sessions"];

/** Where you are signed in, and ending that. */
export function SessionsSection() {
  const t = useTranslations("accounts.security");
  const { accounts } = useClient();
  const confirm = useConfirm();
  const { showProblem } = useToast();
  const sessions = useQuery({ queryKey, queryFn: () => accounts.listSessions({}), staleTime: 0 });
  useFreshSessions();
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  const end = (ended: readonly contract.Session[]) =>
    void Promise.all(ended.map(({ id }) => accounts.endSession({ sessionId: id })))
      .catch(showProblem)
      .finally(() => sessions.refetch());
  const endOthers = async () => {
    const question = { title: t("endOthers"), description: t("endOthersHint"), action: t("endOthers"), danger: true };
    if (await confirm(question)) end(others);
  };
  return (
    <Section
      title={t("sessions")}
      hint={t("sessionsHint")}
      actions={others.length > 0 && <Button onClick={() => void endOthers()}>{t("endOthers")}</Button>}
    >
      {sessions.isPending && <Skeleton className="h-16" />}
      {sessions.error && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line empty:hidden">
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end([session])} />
        ))}
      </ul>
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: contract.Session; onEnd: () => void }) {
  const t = useTranslations("accounts.security");
  const { device, address, createdAt, lastUsedAt, current } = session;
  const Icon = /android|iphone|ipad|ios/i.test(device) ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          {device}
          {current && <Tag tone="accent">{t("thisOne")}</Tag>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-ink-muted text-xs">
          {address && <bdi>{address}</bdi>}
          <span>{t.rich("since", { time: () => <Timestamp at={createdAt} format="date" /> })}</span>
          <span>{t.rich("lastUsed", { time: () => <RelativeTime at={lastUsedAt} /> })}</span>
        </p>
      </div>
      {!current && (
        <Button size="small" variant="ghost" aria-label={t("endOne", { device })} onClick={onEnd}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}

/** A session that ends elsewhere leaves the list. */
function useFreshSessions(): void {
  const live = useLive();
  const queries = useQueryClient();
  useEffect(
    () =>
      live.onEvents((all) => {
        if (all.some(({ type }) => type === events.SessionEnded.type)) void queries.invalidateQueries({ queryKey });
      }),
    [live, queries],
  );
}
