import { chats } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useClient, useRefreshOn, useWorkspace } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Section } from "../../accounts/index.ts";
import { DaysForm } from "./days-form.tsx";
import { HoldRecord } from "./hold-record.tsx";
import { HoldSwitch } from "./hold-switch.tsx";

const events = [chats.ChatRetentionChanged, chats.ChatsExpired, chats.ChatKept];

/** How long conversations with assistants are kept, and the hold that keeps them all. */
export const RetentionSettings = spokenLater("chats", Keeping);

function Keeping() {
  const t = useTranslations("chats.retention");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: ["chats.retention", workspaceId],
    queryFn: () => client.chats.getChatRetention({ workspaceId }),
    staleTime: 0,
  });
  useRefreshOn(events, refetch);
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-80" />;
  return (
    <>
      <Section title={t("howLong")} hint={t("howLongHint")}>
        <DaysForm key={data.days} retention={data} />
      </Section>
      <Section title={t("hold")} hint={t("holdHint")}>
        <HoldSwitch retention={data} />
      </Section>
      <Section title={t("record")} hint={t("recordHint")}>
        <HoldRecord workspaceId={data.workspaceId} />
      </Section>
    </>
  );
}
