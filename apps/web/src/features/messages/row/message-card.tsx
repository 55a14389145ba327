import type { messages } from "@althing/contract";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { AccountAvatar } from "../../accounts/index.ts";
import { Attachments } from "../../files/index.ts";
import { useShowMessage } from "../message-address.ts";
import { ActiveRow } from "./active-row.ts";
import { AuthorName } from "./author-name.tsx";
import { MessageBody } from "./message-body.tsx";

type Props = {
  message: messages.Message;
  /** Where it stands, where the cards come from several rooms. */
  place?: ReactNode;
  actions?: ReactNode;
};

/** A message outside of its room: pinned, or found somewhere. */
export function MessageCard({ message, place, actions }: Props) {
  const t = useTranslations("messages.card");
  const showMessage = useShowMessage();
  return (
    <ActiveRow value={true}>
      <article className="rounded-lg border border-line bg-surface px-3 pt-2.5 pb-2">
        <header className="mb-1 flex min-w-0 items-center gap-2">
          <AccountAvatar accountId={message.author.id} name={message.author.name} size={24} />
          <AuthorName author={message.author} />
          <Timestamp at={message.createdAt} format="date" className="shrink-0 text-ink-faint text-xs" />
          <span className="ms-auto min-w-0 truncate text-ink-muted text-xs">{place}</span>
        </header>
        {message.html !== "" && (
          <div className="max-h-60 overflow-hidden">
            <MessageBody html={message.html} />
          </div>
        )}
        {message.attachments.length > 0 && <Attachments messageId={message.id} attachments={message.attachments} />}
        <footer className="mt-1.5 -ms-2 flex items-center gap-1">
          <Button size="small" variant="ghost" onClick={() => showMessage(message)}>
            {t("show")}
          </Button>
          <span className="ms-auto flex">{actions}</span>
        </footer>
      </article>
    </ActiveRow>
  );
}
