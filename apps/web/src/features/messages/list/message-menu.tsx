import { type MouseEvent, type ReactElement, useState } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { later } from "../../../parts/index.ts";
import { useIsPhone } from "../../../shell/index.ts";
import { ContextMenu } from "../../../ui/context-menu.tsx";
import { useLongPress } from "../../../ui/use-long-press.ts";
import { acting, type Place } from "../actions/openers.ts";
import { useMessageActions } from "../actions/use-message-actions.ts";

type Props = { place: Place; children: ReactElement };

const MessageMenuItems = later(() => import("../actions/message-menu-items.tsx"), "MessageMenuItems");

/** One menu for all messages of a list: at the pointer, or on a phone a sheet for a long press. */
export function MessageMenu({ place, children }: Props) {
  return useIsPhone() ? (
    <Pressable place={place}>{children}</Pressable>
  ) : (
    <Clickable place={place}>{children}</Clickable>
  );
}

function Clickable({ place, children }: Props) {
  const [messageId, setMessageId] = useState<string>();
  const choose = (target: Element) => {
    const id = findMessageId(target);
    // Links, pictures and selected words have a menu of the browser's, which knows more about them.
    const isBrowsers = target.closest("a, img, textarea, input") || !getSelection()?.isCollapsed;
    if (id === undefined || isBrowsers) return false;
    setMessageId(id);
    return true;
  };
  return (
    <ContextMenu choose={choose} items={<Items messageId={messageId} place={place} />}>
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </ContextMenu>
  );
}

function Items({ messageId, place }: { messageId: string | undefined; place: Place }) {
  const message = useReplica(({ messages }) => messages[messageId ?? ""]);
  return <MessageMenuItems actions={useMessageActions(message, place)} />;
}

function Pressable({ place, children }: Props) {
  const workspace = useWorkspace();
  const messageAt = (target: Element) => workspace.state.messages[findMessageId(target) ?? ""];
  const { handlers, stop } = useLongPress(({ target }) => {
    const message = messageAt(target);
    if (message) acting.open({ message, place });
  });
  const openAtOnce = (event: MouseEvent) => {
    const target = event.target as Element;
    const message = messageAt(target);
    if (!message || target.closest("a, img, textarea")) return;
    event.preventDefault();
    stop();
    acting.open({ message, place });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach the same actions from each message.
    <div className="flex min-h-0 flex-1 flex-col [-webkit-touch-callout:none]" {...handlers} onContextMenu={openAtOnce}>
      {children}
    </div>
  );
}

const findMessageId = (target: Element): string | undefined =>
  target.closest<HTMLElement>("article[data-message-id]")?.dataset.messageId;
