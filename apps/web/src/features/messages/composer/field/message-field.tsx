/** Where Markdown is written: a plain text area with formats, completion, and a preview on request. */
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  Suspense,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { later } from "../../../../parts/index.ts";
import { useIsPhone } from "../../../../shell/index.ts";
import { useStateOf } from "../../../../ui/use-state-of.ts";
import { optionId, useCompletion } from "../completion/use-completion.ts";
import { type Edit, replaced } from "../editing/passage.ts";
import { MessagePreview } from "../preview/message-preview.tsx";
import { applyPassage, passageOf } from "./apply-passage.ts";
import type { FieldHandle } from "./field-handle.ts";
import { FieldTools } from "./field-tools.tsx";
import { FormatToolbar } from "./format-toolbar.tsx";
import { editOf } from "./keys.ts";
import { isLong, readPaste } from "./read-paste.ts";
import { useFieldHandle } from "./use-field-handle.ts";
import { useFormatCommands } from "./use-format-commands.ts";

const CompletionList = later(() => import("../completion/completion-list.tsx"), "CompletionList");

type MessageFieldProps = {
  ref?: Ref<FieldHandle>;
  /** Is told the element while it is on screen. */
  onMount?: (element: HTMLTextAreaElement) => () => void;
  roomId: string;
  /** Names what the text is of, where that may change: then the text area, its undo and all it suggests begin anew. */
  place?: string;
  text: string;
  onText: (text: string) => void;
  onSubmit: () => void;
  onEscape?: () => void;
  /** Arrow up where nothing is written. */
  onArrowUp?: () => void;
  onLongPaste?: (text: string) => void;
  label: string;
  placeholder?: string;
  autoFocus?: boolean;
  describedBy?: string | undefined;
  /** Stands above the text, within the frame. */
  above?: ReactNode;
  /** More buttons at the beginning. */
  tools?: ReactNode;
  /** The buttons at the end. */
  children: ReactNode;
};

export function MessageField(props: MessageFieldProps) {
  const { roomId, text, onText, onSubmit, onEscape, onArrowUp, onLongPaste, onMount, label, placeholder, children } =
    props;
  const { place = "" } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [isFormatting, setFormatting] = useState(false);
  const [isPreviewed, setPreviewed] = useStateOf(place, false);
  const isPhone = useIsPhone();
  // The caret where was typed last: a list of suggestions does not open because someone walks through a text.
  const [typedAt, setTypedAt] = useStateOf<number | undefined>(place, undefined);

  const apply = (edit: Edit) => {
    const next = field.current && edit(passageOf(field.current));
    if (field.current && next) applyPassage(field.current, next);
    return Boolean(next);
  };
  const handle = useFieldHandle({ field, apply, togglePreview: () => setPreviewed(!isPreviewed) });
  useImperativeHandle(props.ref, () => handle);
  useFormatCommands(handle);
  const completion = useCompletion({ roomId, text, caret: typedAt, onTake: (next) => apply(() => next) });
  const isCompleting = completion.suggestions.length > 0;

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method has its own use for these keys; Safari ends its composition before the key comes.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || completion.press(event)) return;
    const isBare = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    const edit = editOf(event, passageOf(event.currentTarget));
    if (edit === "submit") onSubmit();
    else if (event.key === "Escape" && onEscape) onEscape();
    else if (event.key === "ArrowUp" && isBare && text === "" && onArrowUp) onArrowUp();
    else if (!edit || !apply(edit)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const next = readPaste(passageOf(event.currentTarget), event.clipboardData);
    const pasted = event.clipboardData.getData("text/plain");
    if (next) {
      event.preventDefault();
      apply(() => next);
    }
    if (isLong(pasted)) onLongPaste?.(pasted);
  };
  const insert = (sign: string) =>
    apply(({ text, start, end }) => {
      const isApart = start === 0 || /\s/.test(text[start - 1] ?? "");
      return replaced(text, start, end, isApart ? sign : ` ${sign}`);
    });

  return (
    <div className="rounded-lg border border-line-strong/60 bg-surface transition-colors focus-within:border-accent">
      {props.above}
      {(isFormatting || !isPhone) && <FormatToolbar onFormat={handle.apply} />}
      <textarea
        key={`text ${place}`}
        ref={(element) => {
          field.current = element;
          return element ? onMount?.(element) : undefined;
        }}
        // Nothing is written from left to right by itself: an empty field goes as the page does.
        dir={text === "" ? undefined : "auto"}
        spellCheck
        rows={Math.min(text.split("\n").length, 12)}
        // biome-ignore lint/a11y/noAutofocus: one opens a thread or an editor in order to write there.
        autoFocus={props.autoFocus}
        aria-label={label}
        aria-describedby={props.describedBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isCompleting ? completion.listId : undefined}
        aria-activedescendant={isCompleting ? optionId(completion.listId, completion.active) : undefined}
        placeholder={placeholder}
        value={text}
        onChange={({ currentTarget, nativeEvent }) => {
          onText(currentTarget.value);
          const { isComposing } = nativeEvent as InputEvent;
          setTypedAt(isComposing ? undefined : currentTarget.selectionStart);
        }}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          if (selectionStart !== typedAt || selectionEnd !== typedAt) setTypedAt(undefined);
        }}
        onKeyDown={press}
        onPaste={paste}
        onFocus={handle.enter}
        onBlur={() => setTypedAt(undefined)}
        className="field-sizing-content thin-scroll block max-h-[40dvh] min-h-9 w-full resize-none bg-transparent px-3 py-1.5 text-base outline-none pointer-coarse:min-h-11 pointer-coarse:py-2.5 pointer-coarse:text-[1rem]"
      />
      {isCompleting && (
        <Suspense>
          <CompletionList completion={completion} field={field} />
        </Suspense>
      )}
      {isPreviewed && <MessagePreview roomId={roomId} text={text} />}
      <div className="flex flex-wrap items-center gap-0.5 px-1.5 pb-1.5 pointer-coarse:[--spacing-control-small:2.75rem]">
        <FieldTools
          onInsert={insert}
          isFormatting={isFormatting}
          onFormatting={setFormatting}
          isPreviewed={isPreviewed}
          onPreviewed={setPreviewed}
        />
        {props.tools}
        <div className="ms-auto flex items-center gap-1.5">{children}</div>
      </div>
    </div>
  );
}
