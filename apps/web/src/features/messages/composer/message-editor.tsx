import type { messages } from "@althing/contract";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";

type MessageEditorProps = { message: messages.Message; onClose: () => void };

/** Edits a message of one's own in its place. */
export function MessageEditor({ message, onClose }: MessageEditorProps) {
  const t = useTranslations("messages.composer");
  const client = useClient();
  const [text, setText] = useState(message.body);

  const press = async (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    await client.messages.editMessage({ roomId: message.roomId, messageId: message.id, body: text });
    onClose();
  };
  return (
    <textarea
      dir="auto"
      aria-label={t("label")}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => void press(event)}
      className="field-frame field-sizing-content w-full resize-none px-3 py-2 text-base outline-none"
    />
  );
}
