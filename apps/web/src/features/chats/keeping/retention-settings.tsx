import { chats } from "@althing/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { Section } from "../../accounts/index.ts";
import { useRefreshOn } from "../use-refresh-on.ts";
import { DaysForm } from "./days-form.tsx";

const events = [chats.ChatRetentionChanged, chats.ChatsExpired, chats.ChatKept];
const queryKey = ["chats.retention"];

/** How long conversations with assistants are kept, and the hold that keeps them all. */
export const RetentionSettings = spokenLater("chats", Keeping);

function Keeping() {
  const t = useTranslations("chats.retention");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  useRefreshOn(events, queryKey);
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKey, workspaceId],
    queryFn: () => client.chats.getChatRetention({ workspaceId }),
    staleTime: 0,
  });
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-80" />;
  return (
    <>
      <Section title={t("howLong")} hint={t("howLongHint")}>
        <DaysForm key={data.days} retention={data} />
      </Section>
      <Section title={t("hold")} hint={t("holdHint")}>
        <Hold retention={data} />
      </Section>
    </>
  );
}

/** Both ways are asked about: one stops all deleting, the other lets it begin. */
function Hold({ retention: { workspaceId, legalHold, version } }: { retention: chats.ChatRetention }) {
  const t = useTranslations("chats.retention");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const set = async (wanted: boolean) => {
    const question = wanted
      ? { title: t("holdOnTitle"), description: t("holdOnHint"), action: t("holdOn") }
      : { title: t("holdOffTitle"), description: t("holdOffHint"), action: t("holdOff"), danger: true };
    if (!(await confirm(question))) return;
    await client.chats
      .setChatRetention({ workspaceId, legalHold: wanted }, { ifMatch: `"${version}"` })
      .catch(toast.showProblem);
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <Switch
      label={t("holdLabel")}
      hint={legalHold ? t("held") : t("notHeld")}
      checked={legalHold}
      onCheckedChange={(wanted) => void set(wanted)}
    />
  );
}
