import type { accounts } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { Tooltip } from "../../../ui/tooltip.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useProfile } from "./use-person.ts";

const wordless = "💬";

/** The emoji of someone's status; pointing at it tells the words, and until when. Nothing for who has set none. */
export function StatusEmoji({ accountId, className = "" }: { accountId: string; className?: string }) {
  const status = useProfile(accountId)?.status;
  return status ? <Shown status={status} className={className} /> : null;
}

function Shown({ status, className }: { status: accounts.CustomStatus; className: string }) {
  const t = useTranslations("accounts.person");
  const sentence = useStatusSentence(status);
  return (
    <Tooltip label={sentence}>
      <span role="img" aria-label={t("status", { status: sentence })} className={`leading-none ${className}`}>
        {status.emoji ?? wordless}
      </span>
    </Tooltip>
  );
}

/** "At the harbour · until 17:00" */
export function useStatusSentence({ emoji, text, expiresAt }: accounts.CustomStatus): string {
  const t = useTranslations("accounts.person");
  const { dateTime } = useFormatter();
  const now = useNow();
  const words = text || (emoji ?? "");
  if (expiresAt === null) return words;
  const end = new Date(expiresAt);
  const isToday = end.toDateString() === now.toDateString();
  const until = dateTime(end, { hour: "numeric", minute: "2-digit", ...(!isToday && { weekday: "long" }) });
  return t("statusUntil", { status: words, until });
}
