import type { tools } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { PasswordField } from "../../../ui/password-field.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

const kinds = ["searxng", "brave", "tavily"] as const;

type Props = { chosen: tools.WebSearch | null; onClose: () => void };

/** Chooses with whom the web is searched; a key is only given where it is another. */
export function WebSearchDialog({ chosen, onClose }: Props) {
  const t = useTranslations("tools.webSearch");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [kind, setKind] = useState<tools.WebSearchKind>(chosen?.kind ?? "searxng");
  const [baseUrl, setBaseUrl] = useState(chosen?.baseUrl ?? "");
  const [key, setKey] = useState("");
  const isOwn = kind === "searxng";
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    await api.setWebSearch({ workspaceId, kind, baseUrl: baseUrl.trim() || null, ...(key !== "" && { key }) });
    onClose();
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("save")}
      disabled={isOwn && baseUrl.trim() === ""}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <Select
        label={t("provider")}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`kindHints.${value}`) }))}
        value={kind}
        onValueChange={setKind}
        hint={t(`kindHints.${kind}`)}
      />
      <TextField
        label={t("address")}
        hint={isOwn ? t("addressHint") : t("addressOwn")}
        value={baseUrl}
        onValueChange={setBaseUrl}
        placeholder={isOwn ? "https://…" : ""}
        error={fieldErrors.baseUrl}
        inputMode="url"
        spellCheck={false}
        dir="ltr"
      />
      <PasswordField
        label={t("key")}
        hint={chosen?.keyEnding ? t("keyKept", { ending: chosen.keyEnding }) : t("keyHint")}
        value={key}
        onValueChange={setKey}
        error={fieldErrors.key}
        autoComplete="off"
        dir="ltr"
      />
    </FormDialog>
  );
}
