import type { chats } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { PromptText } from "./prompt-text.tsx";

type Props = { prompt: chats.Prompt; onRestored: (restored: chats.Prompt) => void };

/** What a prompt said before, and the way back. */
export function PromptVersions({ prompt, onRestored }: Props) {
  const t = useTranslations("chats.promptVersions");
  const client = useClient();
  const toast = useToast();
  const { id: promptId, workspaceId, version } = prompt;
  const { data, error, refetch } = useQuery({
    queryKey: ["chats.list_prompt_versions", promptId, version],
    queryFn: () => client.chats.listPromptVersions({ workspaceId, promptId }),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-60" />;
  if (data.length === 0) {
    return (
      <EmptyState icon={<History />} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  const restore = ({ title, body, variables }: chats.PromptVersion) =>
    client.chats.updatePrompt({ workspaceId, promptId, title, body, variables }).then((restored) => {
      toast.show({ title: t("restored") });
      onRestored(restored);
    }, toast.showProblem);
  return (
    <ol aria-label={t("title")} className="divide-y divide-line rounded-lg border border-line bg-surface">
      {data.map((former) => (
        <li key={former.version} className="flex flex-col gap-2 px-4 py-3">
          <header className="flex items-center gap-3">
            <span className="w-6 shrink-0 text-ink-faint text-xs tabular-nums">{former.version}</span>
            <span className="min-w-0 flex-1">
              <span className="wrap-anywhere block font-medium text-sm">{former.title}</span>
              <RelativeTime at={former.at} className="text-ink-muted text-xs" />
            </span>
            <Button
              size="small"
              aria-label={t("restoreOne", { version: former.version })}
              onClick={() => void restore(former)}
            >
              {t("restore")}
            </Button>
          </header>
          <p dir="auto" className="wrap-anywhere ms-9 line-clamp-6 whitespace-pre-line text-ink-muted text-sm">
            <PromptText prompt={former} />
          </p>
        </li>
      ))}
    </ol>
  );
}
