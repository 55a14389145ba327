import { type KeyboardEvent, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../connection/index.ts";
import { draftKey } from "./drafts/drafts.ts";
import { useDraft } from "./drafts/use-draft.ts";
import { mountComposer } from "./focus-composer.ts";

type ComposerProps = { roomId: string; parentId?: string | undefined; autoFocus?: boolean };

/** Where one writes to a room, or with `parentId` to a thread. */
export function Composer({ roomId, parentId, autoFocus = false }: ComposerProps) {
  const t = useTranslations("messages.composer");
  const workspace = useWorkspace();
  const [text, setText] = useDraft(draftKey(roomId, parentId));
  const mount = useMemo(() => mountComposer(parentId !== undefined), [parentId]);

  const send = () => {
    if (text.trim() === "") return;
    workspace.send({ roomId, body: text, parentId });
    setText("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="px-4 pb-4">
      <textarea
        ref={mount}
        dir="auto"
        rows={1}
        // biome-ignore lint/a11y/noAutofocus: a thread is opened in order to answer.
        autoFocus={autoFocus}
        aria-label={t("label")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        className="field-frame field-sizing-content max-h-[40dvh] w-full resize-none px-3 py-2 text-base outline-none"
      />
    </div>
  );
}
