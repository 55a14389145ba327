import type { tools } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { blankCredential, CredentialFields, readCredential } from "./credential-fields.tsx";

type Props = { detail: tools.ToolSourceDetail; onClose: () => void };

/** What of a source may be changed. Where it is stays: another address is another source. */
export function EditDialog({ detail, onClose }: Props) {
  const t = useTranslations("tools");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [title, setTitle] = useState(detail.title);
  const [description, setDescription] = useState(detail.description);
  const [precedence, setPrecedence] = useState(String(detail.precedence));
  const [isReplacing, setReplacing] = useState(false);
  const [credential, setCredential] = useState({
    ...blankCredential,
    kind: detail.auth,
    name: detail.header ?? blankCredential.name,
  });
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    await api.updateToolSource({
      workspaceId,
      sourceId: detail.id,
      title: title.trim(),
      description: description.trim(),
      precedence: Number(precedence),
      ...(isReplacing && { credential: readCredential(credential) }),
    });
    onClose();
    // What it is asked with has changed: whether that does is told by a look.
    if (isReplacing) await api.inspectToolSource({ workspaceId, sourceId: detail.id }).catch(() => undefined);
  });
  return (
    <FormDialog
      title={t("edit.title", { name: detail.title })}
      description={t("edit.hint")}
      action={t("edit.save")}
      disabled={title.trim() === ""}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <TextField
        label={t("connect.name")}
        value={title}
        onValueChange={setTitle}
        error={fieldErrors.title}
        maxLength={80}
      />
      <TextField
        label={t("edit.description")}
        hint={t("edit.descriptionHint")}
        value={description}
        onValueChange={setDescription}
        error={fieldErrors.description}
        maxLength={500}
      />
      <TextField
        label={t("edit.precedence")}
        hint={t("edit.precedenceHint")}
        inputMode="numeric"
        value={precedence}
        onValueChange={setPrecedence}
        error={fieldErrors.precedence}
        dir="ltr"
      />
      {detail.connection.kind !== "operator" && (
        <>
          <Checkbox
            label={t("edit.replace")}
            hint={detail.secretHint ? t("edit.kept", { ending: detail.secretHint }) : undefined}
            checked={isReplacing}
            onCheckedChange={setReplacing}
          />
          {isReplacing && <CredentialFields credential={credential} onChange={setCredential} errors={fieldErrors} />}
        </>
      )}
    </FormDialog>
  );
}
