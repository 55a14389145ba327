/** Edits a message of one's own in its place. */
import { errors, type messages } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { useDescribeProblem } from "../../../ui/problem.ts";
import { type BegunEdit, begunEdits } from "./edited-message.ts";
import { MessageField } from "./field/message-field.tsx";
import { focusComposer } from "./focus-composer.ts";
import { charactersLeft } from "./length.ts";
import { Notice } from "./notice.tsx";

type MessageEditorProps = { message: messages.Message; place: "room" | "thread"; onClose: () => void };

export function MessageEditor({ message, place, onClose }: MessageEditorProps) {
  const t = useTranslations("messages.composer.edit");
  const confirm = useConfirm();
  const edits = begunEdits(useWorkspace());
  // What the change was made from: an edit on another device in the meantime is not written over unseen.
  const [{ from, text }, setEdit] = useState(() => edits.get(message.id) ?? { from: message, text: message.body });
  const { save, remove, isSaving, refusal } = useSaving(from);
  const isStale = message.body !== from.body;
  const isChanged = text !== from.body;

  // The message, or the field where one writes.
  const [origin] = useState(() => document.activeElement);
  const change = (edit: BegunEdit) => {
    setEdit(edit);
    edits.set(message.id, edit);
  };
  const close = () => {
    edits.delete(message.id);
    onClose();
    if (origin instanceof HTMLElement && origin !== document.body && origin.isConnected) origin.focus();
    else focusComposer(place);
  };
  const cancel = async () => {
    const isSure = !isChanged || (await confirm({ title: t("discardSure"), action: t("discard"), danger: true }));
    if (isSure) close();
  };
  const submit = async () => {
    if (isSaving || isStale) return;
    if (text.trim() === "" && message.attachments.length === 0) {
      const isSure = await confirm({ title: t("deleteSure"), action: t("delete"), danger: true });
      if (isSure && (await remove())) close();
    } else if (!isChanged || (await save(text))) close();
  };
  return (
    <div className="py-1">
      {isStale && (
        <Notice
          tone="warning"
          actions={
            <>
              <Button size="small" onClick={() => change({ from: message, text })}>
                {t("keepMine")}
              </Button>
              <Button size="small" variant="ghost" onClick={() => change({ from: message, text: message.body })}>
                {t("takeTheirs")}
              </Button>
            </>
          }
        >
          {t("stale")}
        </Notice>
      )}
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      <MessageField
        roomId={message.roomId}
        text={text}
        onText={(next) => change({ from, text: next })}
        onSubmit={() => void submit()}
        onEscape={() => void cancel()}
        label={t("label")}
        autoFocus
      >
        <Button size="small" variant="ghost" onClick={() => void cancel()}>
          {t("cancel")} <Kbd keys="escape" className="hidden md:inline-flex" />
        </Button>
        <Button size="small" variant="primary" loading={isSaving} disabled={isStale} onClick={() => void submit()}>
          {t("save")}
        </Button>
      </MessageField>
    </div>
  );
}

function useSaving({ roomId, id: messageId, version }: messages.Message) {
  const t = useTranslations("messages.composer");
  const describeProblem = useDescribeProblem();
  const client = useClient();
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const attempt = async (action: () => Promise<unknown>): Promise<boolean> => {
    setSaving(true);
    setRefusal(undefined);
    try {
      await action();
      return true;
    } catch (problem) {
      const { title, message } = describeProblem(problem);
      setRefusal(isProblem(problem, errors.Stale) ? t("edit.stale") : [title, message].filter(Boolean).join(". "));
      return false;
    } finally {
      setSaving(false);
    }
  };
  const save = async (body: string): Promise<boolean> => {
    const left = charactersLeft(body) ?? 0;
    if (left < 0) setRefusal(t("length.tooLong", { count: -left }));
    return (
      left >= 0 && attempt(() => client.messages.editMessage({ roomId, messageId, body }, { ifMatch: `"${version}"` }))
    );
  };
  const remove = () => attempt(() => client.messages.deleteMessage({ roomId, messageId }));
  return { save, remove, isSaving, refusal };
}
