/** Messages line by line, with everything one can do with them by pointer, finger and keys. One tab stop for them all. */
import type { messages } from "@althing/contract";
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useWorkspace } from "../../../connection/index.ts";
import type { Place } from "../actions/openers.ts";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { focusComposer, useEditedId } from "../composer/index.ts";
import { LineScroller, type Scroller, type Start, type View } from "./line-scroller.tsx";
import { LineView } from "./line-view.tsx";
import type { Line } from "./lines.ts";
import { MessageCommands } from "./message-commands.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { moveAlong } from "./roving.ts";

type Props = {
  name: string;
  label: string;
  place: Place;
  /** The room whose start stands above the lines; a thread has none. */
  beginningOf?: string;
  lines: readonly Line[];
  start: Start;
  pointedOutId: string | undefined;
  onView: (view: View) => void;
  onJumpToDay?: ((day: Date) => void) | undefined;
  ref?: Ref<Scroller>;
};

export function MessageLines({
  name,
  label,
  place,
  beginningOf,
  lines,
  start,
  pointedOutId,
  onView,
  onJumpToDay,
  ref,
}: Props) {
  const scroller = useRef<Scroller>(null);
  const workspace = useWorkspace();
  const verbs = useMessageVerbs();
  const [activeKey, setActiveKey] = useState<string>();
  const [wantsFocus, setWantsFocus] = useState(false);
  const [isWithin, setWithin] = useState(false);
  useImperativeHandle(ref, () => scroller.current as Scroller, []);

  // Where nobody has been yet, Tab leads to what was said last.
  const stop = useMemo(
    () => (activeKey && lines.some(({ key }) => key === activeKey) ? activeKey : moveAlong(lines, undefined, "End")),
    [lines, activeKey],
  );

  useEffect(() => {
    if (!wantsFocus || !activeKey) return;
    const article = scroller.current?.element(activeKey)?.querySelector("article");
    article?.focus({ preventScroll: true });
    if (article) setWantsFocus(false);
  });

  // What is edited by a key is shown, wherever it is; it stands at the list's stop, so that it stays in the page.
  const editedId = useEditedId(place);
  const shownId = useRef(editedId);
  useEffect(() => {
    if (editedId === shownId.current) return;
    shownId.current = editedId;
    if (editedId === undefined) return;
    setActiveKey(editedId);
    scroller.current?.show(editedId);
  }, [editedId]);

  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest("textarea, input, [role=menu], [role=dialog]")) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return focusComposer(place);
    }
    const isOnRow = target.localName === "article";
    const message = messageOf(workspace.state.messages, activeKey);
    if (event.key === "Enter" && isOnRow && place === "room" && message?.kind === "message") {
      event.preventDefault();
      return void verbs.openThread(message);
    }
    const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : moveAlong(lines, stop, event.key);
    if (next === undefined) return;
    event.preventDefault();
    scroller.current?.show(next);
    setActiveKey(next);
    setWantsFocus(true);
  };

  const enter = (event: React.FocusEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-message-id]")?.dataset.messageId;
    if (id) setActiveKey(id);
    setWithin(true);
  };

  /** Keys act on a message only while one is there, or in what was opened over it, such as the palette. */
  const leave = ({ currentTarget, relatedTarget }: React.FocusEvent) => {
    const isOver = relatedTarget?.closest("[role=dialog], [role=menu]");
    if (!isOver && !currentTarget.contains(relatedTarget)) setWithin(false);
  };

  const render = useCallback(
    (line: Line) => (
      <LineView
        line={line}
        place={place}
        beginningOf={beginningOf}
        isActive={line.key === stop}
        isPointedOut={line.key === pointedOutId}
        onJumpToDay={onJumpToDay}
      />
    ),
    [place, beginningOf, stop, pointedOutId, onJumpToDay],
  );

  return (
    <MessageMenu place={place}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of articles. */}
      <div
        role="group"
        aria-label={label}
        className="relative flex min-h-0 flex-1 flex-col short:min-h-48"
        onKeyDown={press}
        onFocus={enter}
        onBlur={leave}
      >
        <LineScroller
          ref={scroller}
          name={name}
          lines={lines}
          start={start}
          keptKey={stop}
          grows={place === "room" ? "up" : "down"}
          onView={onView}
        >
          {render}
        </LineScroller>
        <MessageCommands messageId={isWithin ? activeKey : undefined} place={place} />
      </div>
    </MessageMenu>
  );
}

const messageOf = (
  held: Readonly<Record<string, messages.Message>>,
  id: string | undefined,
): messages.Message | undefined => (id === undefined ? undefined : held[id]);
