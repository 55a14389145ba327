import { ArrowUp, Check } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import type { Arrival } from "../reading/use-arrival.ts";
import type { View } from "./line-scroller.tsx";
import { useCounted } from "./use-counted.ts";

type Props = { arrival: Arrival; view: View; onJump: (messageId: string) => void; onMarkRead: () => void };

/** While the first of what waited is above the view: how much waited, since when, and the way there. */
export function UnreadBar({ arrival: { missed, newFromSeq }, view: { first }, onJump, onMarkRead }: Props) {
  const t = useTranslations("messages.list");
  const { dateTime } = useFormatter();
  const counted = useCounted(missed?.count ?? 0);
  const topSeq = useReplica(({ messages }) => messages[first?.key ?? ""]?.seq);
  if (!missed || newFromSeq === null || topSeq === undefined || topSeq <= newFromSeq) return null;
  const { count, message } = missed;
  const since = message && new Date(message.createdAt);
  const now = new Date();
  const isToday = since?.toDateString() === now.toDateString();
  const isThisYear = since?.getFullYear() === now.getFullYear();
  const time =
    since &&
    dateTime(since, {
      hour: "numeric",
      minute: "2-digit",
      ...(!isToday && { day: "numeric", month: "short" }),
      ...(!isThisYear && { year: "numeric" }),
    });
  return (
    <div className="absolute inset-x-3 top-2 z-20 flex items-center gap-1 rounded-lg bg-accent px-1 text-accent-ink shadow-raised">
      <button
        type="button"
        disabled={!message}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-start font-medium text-sm -outline-offset-4 outline-accent-ink [&>svg]:size-4 [&>svg]:shrink-0"
        onClick={() => message && onJump(message.id)}
      >
        <ArrowUp aria-hidden="true" />
        <span className="truncate">
          {time ? t("newSince", { count, counted, time }) : t("newCount", { count, counted })}
        </span>
      </button>
      <Button
        size="small"
        icon={<Check />}
        className="border-0! bg-transparent! text-accent-ink! outline-accent-ink hover:bg-white/15!"
        onClick={onMarkRead}
      >
        {t("markRead")}
      </Button>
    </div>
  );
}
