import { type MouseEvent, type PointerEvent, type ReactElement, useRef, useState } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { useIsPhone } from "../../../shell/index.ts";
import { ContextMenu } from "../../../ui/context-menu.tsx";
import { MessageMenuItems } from "../actions/message-menu-items.tsx";
import { acting, type Place } from "../actions/openers.ts";
import { useMessageActions } from "../actions/use-message-actions.ts";

type Props = { place: Place; children: ReactElement };

const longPressMs = 450;
const shakePx = 8;

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
  const choose = (event: MouseEvent) => {
    const target = event.target as Element;
    const id = findMessageId(target);
    // Links, pictures and selected words have a menu of the browser's, which knows more about them.
    const isBrowsers = target.closest("a, img, textarea, input") || !getSelection()?.isCollapsed;
    if (id === undefined || isBrowsers) event.stopPropagation();
    else setMessageId(id);
  };
  return (
    <ContextMenu items={<Items messageId={messageId} place={place} />}>
      <div className="flex min-h-0 flex-1 flex-col" onContextMenuCapture={choose}>
        {children}
      </div>
    </ContextMenu>
  );
}

function Items({ messageId, place }: { messageId: string | undefined; place: Place }) {
  const message = useReplica(({ messages }) => messages[messageId ?? ""]);
  return <MessageMenuItems actions={useMessageActions(message, place)} />;
}

function Pressable({ place, children }: Props) {
  const workspace = useWorkspace();
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined);
  const stop = () => clearTimeout(press.current?.timer);
  const begin = ({ target, clientX, clientY, pointerType }: PointerEvent) => {
    stop();
    const message = workspace.state.messages[findMessageId(target as Element) ?? ""];
    if (!message || pointerType === "mouse") return;
    const timer = setTimeout(() => acting.open({ message, place }), longPressMs);
    press.current = { timer, x: clientX, y: clientY };
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    const { x = 0, y = 0 } = press.current ?? {};
    if (Math.hypot(clientX - x, clientY - y) > shakePx) stop();
  };
  const openAtOnce = (event: MouseEvent) => {
    const message = workspace.state.messages[findMessageId(event.target as Element) ?? ""];
    if (!message || (event.target as Element).closest("a, img, textarea")) return;
    event.preventDefault();
    stop();
    acting.open({ message, place });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach the same actions from each message.
    <div
      className="flex min-h-0 flex-1 flex-col [-webkit-touch-callout:none]"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
      onContextMenu={openAtOnce}
    >
      {children}
    </div>
  );
}

const findMessageId = (target: Element): string | undefined =>
  target.closest<HTMLElement>("article[data-message-id]")?.dataset.messageId;
