import { useFormatter, useTranslations } from "use-intl";
import { useNow } from "./use-now.ts";

type RelativeTimeProps = { at: string | number | Date; className?: string };

const momentMs = 45_000;

/** "5 minutes ago", kept right while it is looked at. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const { relativeTime, dateTime } = useFormatter();
  const t = useTranslations("ui.time");
  const now = useNow();
  const date = new Date(at);
  // A server's clock may be a little ahead of ours; "in 2 seconds" would be nonsense.
  const isMoment = Math.abs(now.getTime() - date.getTime()) < momentMs;
  return (
    <time
      dateTime={date.toISOString()}
      title={dateTime(date, { dateStyle: "full", timeStyle: "short" })}
      className={className}
    >
      {isMoment ? t("justNow") : relativeTime(date, now)}
    </time>
  );
}
