/** Small words beside a message: what happened to it, and where it belongs. */
import type { messages } from "@althing/contract";
import { BellOff, CornerDownRight, Pin } from "lucide-react";
import { useTranslations } from "use-intl";
import { history, type Place } from "../actions/openers.ts";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { useRowTabIndex } from "./active-row.ts";

type Props = { message: messages.Message; place: Place };

const mark = "flex items-center gap-1 text-ink-faint text-xs [&>svg]:size-3";

/** Above the text: pinned, or a reply that is shown in the room too. */
export function RowMarks({ message, place }: Props) {
  const t = useTranslations("messages.row");
  const verbs = useMessageVerbs();
  const tabIndex = useRowTabIndex();
  const isReplyInRoom = place === "room" && message.parentId !== null;
  return (
    <>
      {isReplyInRoom && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={`${mark} rounded-xs hover:text-ink hover:underline`}
          onClick={() => verbs.openThread(message)}
        >
          <CornerDownRight aria-hidden="true" className="rtl:-scale-x-100" />
          {t("repliedInThread")}
        </button>
      )}
      {message.pinned && (
        <p className={mark}>
          <Pin aria-hidden="true" />
          {t("pinned")}
        </p>
      )}
    </>
  );
}

/** Beside the time: it notified nobody. */
export function SilentMark() {
  const t = useTranslations("messages.row");
  return (
    <span
      role="img"
      aria-label={t("silent")}
      title={t("silent")}
      className="shrink-0 self-center text-ink-faint opacity-0 group-hover/row:opacity-100 group-focus-visible/row:opacity-100"
    >
      <BellOff aria-hidden="true" className="size-3" />
    </span>
  );
}

export function EditedMark({ message }: { message: messages.Message }) {
  const t = useTranslations("messages.row");
  const tabIndex = useRowTabIndex();
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      title={t("showHistory")}
      className="min-h-6 rounded-xs text-ink-faint text-xs hover:text-ink hover:underline"
      onClick={() => history.open(message)}
    >
      {t("edited")}
    </button>
  );
}
