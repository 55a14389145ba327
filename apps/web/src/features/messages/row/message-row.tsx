import type { messages } from "@althing/contract";
import { memo, type PointerEvent, Suspense, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { later } from "../../../parts/index.ts";
import { classes } from "../../../ui/classes.ts";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { AccountAvatar, StatusEmoji, useMyId, useProfile } from "../../accounts/index.ts";
import { Attachments } from "../../files/index.ts";
import type { Place } from "../actions/openers.ts";
import { stopEditing, useIsEdited } from "../composer/index.ts";
import { messageExtension } from "../extension.ts";
import { DeliveryMark } from "../reading/delivery-mark.tsx";
import { ActiveRow } from "./active-row.ts";
import { AuthorName } from "./author-name.tsx";
import { EditedMark, RowMarks, SilentMark } from "./marks.tsx";
import { MessageBody, wordsOf } from "./message-body.tsx";
import { MessageToolbar } from "./message-toolbar.tsx";
import { Reactions } from "./reactions.tsx";
import { ThreadSummary } from "./thread-summary.tsx";

const MessageEditor = later(() => import("../composer/message-editor.tsx"), "MessageEditor");

type Props = {
  id: string;
  place: Place;
  isFirstOfGroup: boolean;
  /** Whether the list's tab stop is here. */
  isActive: boolean;
  /** Whether it is what a link led to. */
  isPointedOut?: boolean;
};

/** One message. It hears of its own changes only. */
export const MessageRow = memo(function MessageRow({ id, ...rest }: Props) {
  const message = useReplica(({ messages }) => messages[id]);
  return message ? <Row message={message} {...rest} /> : null;
});

function Row({ message, place, isFirstOfGroup, isActive, isPointedOut = false }: RowProps) {
  const [isHot, setHot] = useState(false);
  const [beganPointedOut] = useState(isPointedOut);
  const label = useLabel(message);
  const isEdited = useIsEdited(message.id, place);
  const isMentioned = useIsMentioned(message);
  const isAlive = message.deletedAt === null;
  const { Foot } = messageExtension();
  // Rows that come under a resting pointer while one scrolls do not want their tools.
  const warm = ({ movementX, movementY, pointerType }: PointerEvent) => {
    if (!isHot && pointerType === "mouse" && (movementX !== 0 || movementY !== 0)) setHot(true);
  };
  return (
    <ActiveRow value={isActive}>
      <article
        aria-label={label}
        data-message-id={message.id}
        data-place={place}
        tabIndex={isActive ? 0 : -1}
        onPointerMove={warm}
        onPointerLeave={() => setHot(false)}
        className={classes(
          "group/row relative flex [contain:layout_style] gap-3 px-4 py-message focus-visible:-outline-offset-2 md:px-5",
          isFirstOfGroup && "mt-1.5",
          beganPointedOut && "transition-colors duration-1000",
          isPointedOut ? "bg-accent-soft" : isMentioned ? "bg-mention" : "hover:bg-hover",
          message.pinned && !isMentioned && !isPointedOut && "bg-hover",
        )}
      >
        <Gutter message={message} isFirstOfGroup={isFirstOfGroup} />
        <div className="min-w-0 flex-1">
          {isFirstOfGroup && (
            <div className="flex min-w-0 items-baseline gap-2">
              <AuthorName author={message.author} />
              <StatusEmoji accountId={message.author.id} />
              <Timestamp at={message.createdAt} className="shrink-0 text-ink-faint text-xs" />
              {message.silent && <SilentMark />}
            </div>
          )}
          <RowMarks message={message} place={place} />
          {isEdited && isAlive ? (
            <Suspense fallback={<Content message={message} />}>
              <MessageEditor message={message} place={place} onClose={stopEditing} />
            </Suspense>
          ) : (
            <Content message={message} />
          )}
          {isAlive && message.attachments.length > 0 && (
            <Attachments messageId={message.id} attachments={message.attachments} tabIndex={isActive ? 0 : -1} />
          )}
          {isAlive && <Foot message={message} place={place} />}
          {message.reactions.length > 0 && <Reactions message={message} />}
          {place === "room" && message.thread && message.thread.replyCount > 0 && (
            <ThreadSummary root={message} thread={message.thread} />
          )}
        </div>
        <DeliveryMark message={message} />
        {(isHot || isActive) && !isEdited && <MessageToolbar message={message} place={place} isHot={isHot} />}
      </article>
    </ActiveRow>
  );
}

type RowProps = Omit<Props, "id"> & { message: messages.Message };

function Gutter({ message, isFirstOfGroup }: { message: messages.Message; isFirstOfGroup: boolean }) {
  if (isFirstOfGroup)
    return <AccountAvatar accountId={message.author.id} name={message.author.name} size={36} className="mt-0.5" />;
  return (
    <span className="w-9 shrink-0 pt-0.5 text-end">
      <Timestamp
        at={message.createdAt}
        className="whitespace-nowrap text-2xs text-ink-faint opacity-0 group-hover/row:opacity-100 group-focus-visible/row:opacity-100"
      />
    </span>
  );
}

function Content({ message }: { message: messages.Message }) {
  const t = useTranslations("messages.row");
  if (message.deletedAt !== null) return <p className="text-ink-faint italic">{t("deleted")}</p>;
  return (
    <>
      {message.html !== "" && <MessageBody html={message.html} />}
      {message.editedAt !== null && <EditedMark message={message} />}
    </>
  );
}

/** Who, when and what, in this order: a reader of the screen hears at once whether to listen on. */
function useLabel(message: messages.Message): string {
  const t = useTranslations("messages.row");
  const { dateTime } = useFormatter();
  const author = useProfile(message.author.id)?.name ?? message.author.name;
  const time = dateTime(new Date(message.createdAt), { hour: "numeric", minute: "2-digit" });
  return t("label", { author, time, text: message.deletedAt === null ? wordsOf(message) : t("deleted") });
}

function useIsMentioned({ mentions, author, deletedAt }: messages.Message): boolean {
  const myId = useMyId();
  if (deletedAt !== null || author.id === myId) return false;
  return mentions.some(({ kind, id }) => kind !== "account" || id === myId);
}
