/** Where one writes to a room, or with `parentId` to a thread. */

import type { rooms } from "@althing/contract";
import { Suspense, useId, useMemo, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useLiveStatus, useWorkspace } from "../../../connection/index.ts";
import { later } from "../../../parts/index.ts";
import { useCommands } from "../../../shell/index.ts";
import { classes } from "../../../ui/classes.ts";
import { useStateOf } from "../../../ui/use-state-of.ts";
import { FileShelf, FileTools, useLaterUploads, useShelfState } from "../../files/index.ts";
import { useRoom } from "../../rooms/index.ts";
import { messageExtension } from "../extension.ts";
import { draftKey } from "./drafts/drafts.ts";
import { useDraft } from "./drafts/use-draft.ts";
import { editMessage } from "./edited-message.ts";
import { asCodeBlock } from "./editing/blocks.ts";
import { replaced } from "./editing/passage.ts";
import type { FieldHandle } from "./field/field-handle.ts";
import { hasKeyboard } from "./field/keys.ts";
import { MessageField } from "./field/message-field.tsx";
import { focusComposer, mountComposer } from "./focus-composer.ts";
import { lastOwnMessage } from "./last-own-message.ts";
import { charactersLeft } from "./length.ts";
import { MentionNotice } from "./mention-notice.tsx";
import { Notice } from "./notice.tsx";
import { SendButton } from "./send-button.tsx";
import { useBuiltInCommands } from "./slash/use-built-in-commands.ts";
import { usePlaceTitle } from "./use-place-title.ts";
import { useSending } from "./use-sending.ts";
import { useTypingSign } from "./use-typing-sign.ts";

const LongPaste = later(() => import("./long-paste.tsx"), "LongPaste");

type ComposerProps = { roomId: string; parentId?: string | undefined; autoFocus?: boolean };

export function Composer({ roomId, parentId, autoFocus = false }: ComposerProps) {
  const t = useTranslations("messages.composer");
  const room = useRoom(roomId);
  // What to do about these, the room's banner says.
  if (!room?.joined || room.archivedAt !== null) return null;
  if (!room.permissions.includes("message.send"))
    return <p className="border-line border-t px-5 py-3 text-ink-muted text-sm">{t("readOnly")}</p>;
  return <Writing room={room} parentId={parentId} autoFocus={autoFocus} />;
}

type WritingProps = { room: rooms.MyRoom; parentId: string | undefined; autoFocus: boolean };

/** Stays from place to place, its many buttons with it: what is of one place alone bears its key. */
function Writing({ room, parentId, autoFocus }: WritingProps) {
  const t = useTranslations("messages.composer");
  const workspace = useWorkspace();
  const refusalId = useId();
  const field = useRef<FieldHandle>(null);
  const place = useMemo(() => ({ roomId: room.id, parentId }), [room.id, parentId]);
  const key = draftKey(room.id, parentId);
  const [text, setText] = useDraft(key);
  const [longPaste, setLongPaste] = useStateOf<string | undefined>(key, undefined);
  const [isRecording, setRecording] = useStateOf(key, false);
  const uploads = useLaterUploads();
  const shelf = useShelfState(key);
  const { FilesNotice } = messageExtension();
  const { send, refusal } = useSending(place, text, setText);
  const title = usePlaceTitle(room, parentId !== undefined);
  useCommands(
    useMemo(
      () =>
        parentId
          ? []
          : [{ id: "composer.write", title: t("write"), group: t("group"), keys: "w", run: () => focusComposer() }],
      [t, parentId],
    ),
  );
  useTypingSign(room.id, parentId, text);
  useBuiltInCommands();

  const sendNow = (how?: Parameters<typeof send>[0]) => {
    setLongPaste(undefined);
    field.current?.focus();
    void send(how);
  };
  const editLast = () => {
    const last = lastOwnMessage(workspace.state, room.id, parentId);
    if (last) editMessage(last.id, parentId ? "thread" : "room");
  };
  const replacePaste = (pasted: string, by: string) => {
    setLongPaste(undefined);
    field.current?.apply(({ text: whole }) => {
      const from = whole.indexOf(pasted);
      return replaced(whole, from, from + pasted.length, by);
    });
  };
  const files = { shelfKey: key, roomId: room.id, parentId, isRecording, onRecording: setRecording };
  return (
    <div className="shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-5">
      {longPaste !== undefined && text.includes(longPaste) && (
        <Suspense>
          <LongPaste
            text={longPaste}
            onKeep={() => setLongPaste(undefined)}
            onFile={(file) => {
              replacePaste(longPaste, "");
              void uploads().then((all) => all.add(key, [file]));
            }}
            onCode={() => replacePaste(longPaste, `${asCodeBlock(longPaste)}\n`)}
          />
        </Suspense>
      )}
      <MentionNotice key={`mentions ${key}`} room={room} text={text} />
      {shelf !== "empty" && room.kind === "assistant" && (
        <Suspense>
          <FilesNotice key={`files ${key}`} roomId={room.id} shelfKey={key} />
        </Suspense>
      )}
      {refusal && (
        <Notice id={refusalId} tone="danger">
          {refusal}
        </Notice>
      )}
      <MessageField
        ref={field}
        place={key}
        onMount={useMemo(() => mountComposer(parentId !== undefined), [parentId])}
        roomId={room.id}
        text={text}
        onText={setText}
        onSubmit={() => sendNow()}
        onArrowUp={editLast}
        onLongPaste={setLongPaste}
        label={title}
        placeholder={title}
        autoFocus={autoFocus && hasKeyboard()}
        describedBy={refusal && refusalId}
        above={<FileShelf key={`shelf ${key}`} {...files} />}
        tools={<FileTools {...files} />}
      >
        <Length text={text} />
        <SendButton
          disabled={shelf === "unfinished" || (shelf === "empty" && text.trim() === "")}
          reason={shelf === "unfinished" ? t("unfinished") : undefined}
          isThread={parentId !== undefined}
          onSend={sendNow}
        />
      </MessageField>
      <OfflineHint />
    </div>
  );
}

function Length({ text }: { text: string }) {
  const t = useTranslations("messages.composer.length");
  const format = useFormatter();
  const left = charactersLeft(text);
  if (left === undefined) return null;
  return (
    <span
      title={t("left", { count: left })}
      className={classes("text-xs tabular-nums", left < 0 ? "font-medium text-danger" : "text-ink-muted")}
    >
      {format.number(left)}
    </span>
  );
}

function OfflineHint() {
  const t = useTranslations("messages.composer");
  const { state } = useLiveStatus();
  const isCutOff = state === "offline" || state === "waiting";
  return isCutOff && <p className="px-1 pt-1 text-ink-muted text-xs">{t("offline")}</p>;
}
