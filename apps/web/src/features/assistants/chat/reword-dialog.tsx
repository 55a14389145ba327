import type { messages } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { KeptFiles } from "../../files/index.ts";

type Props = { message: messages.Message; afterId: string | null; onClose: () => void };

/** The same question in other words, on a branch of its own; what was said before stays beside it. */
export function RewordDialog({ message, afterId, onClose }: Props) {
  const t = useTranslations("assistants.reword");
  const client = useClient();
  const [body, setBody] = useState(message.body);
  const [files, setFiles] = useState(message.attachments);
  const { submit, pending, problem } = useSubmit(async () => {
    await client.assistants.sendTurn({
      roomId: message.roomId,
      afterId,
      body,
      attachmentIds: files.map(({ id }) => id),
    });
    onClose();
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("ask")}
      disabled={body.trim() === "" && files.length === 0}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <TextArea label={t("label")} hideLabel rows={4} value={body} onValueChange={setBody} autoFocus />
      <KeptFiles files={files} onChange={setFiles} />
    </FormDialog>
  );
}
