import type { models } from "@althing/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { PasswordField } from "../../../ui/password-field.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

type Props = { personal: boolean; detail?: models.ProviderDetail; onClose: () => void };

const kinds = ["openai", "anthropic", "google", "compatible"] as const;

/** Connects a provider, or changes one: then the key is only given where it is another. */
export function ProviderDialog({ personal, detail, onClose }: Props) {
  const t = useTranslations("models.providers");
  const { models: api } = useClient();
  const toast = useToast();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const [kind, setKind] = useState<models.ProviderKind>(detail?.kind ?? "openai");
  const [language, setLanguage] = useState<models.ProviderApi>(detail?.api ?? "responses");
  const [name, setName] = useState(detail?.name ?? "");
  const [baseUrl, setBaseUrl] = useState(detail?.baseUrl ?? "");
  const [key, setKey] = useState("");

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const wanted = {
      workspaceId,
      name: name.trim() || t(`kinds.${kind}`),
      ...(kind === "openai" && { api: language }),
      ...(key !== "" && { key }),
    };
    const { id: providerId } = detail
      ? await api.updateProvider({ ...wanted, providerId: detail.id, baseUrl: baseUrl.trim() || null })
      : await api.createProvider({ ...wanted, kind, personal, ...(baseUrl.trim() && { baseUrl: baseUrl.trim() }) });
    onClose();
    // What the look brings is shown beside the provider, also where it is bad.
    await api.testProvider({ workspaceId, providerId }).catch(toast.showProblem);
    await queries.invalidateQueries({ queryKey: ["models.get_provider", providerId] });
  });

  return (
    <FormDialog
      title={detail ? t("editTitle", { name: detail.name }) : t("connectTitle")}
      description={detail ? undefined : t("connectHint")}
      action={detail ? t("save") : t("connect")}
      disabled={kind === "compatible" && baseUrl.trim() === ""}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      {!detail && (
        <Select
          label={t("kind")}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`kindHints.${value}`) }))}
          value={kind}
          onValueChange={setKind}
        />
      )}
      <TextField
        label={t("name")}
        value={name}
        onValueChange={setName}
        placeholder={t(`kinds.${kind}`)}
        error={fieldErrors.name}
        maxLength={60}
      />
      <TextField
        label={t("address")}
        hint={kind === "compatible" ? t("addressHint") : t("addressOwn")}
        value={baseUrl}
        onValueChange={setBaseUrl}
        placeholder={kind === "compatible" ? "https://…/v1" : ""}
        error={fieldErrors.baseUrl}
        inputMode="url"
        spellCheck={false}
        dir="ltr"
      />
      <PasswordField
        label={t("key")}
        hint={detail?.key ? t("keyKept", { ending: detail.key.ending || "…" }) : t("keyHint")}
        value={key}
        onValueChange={setKey}
        error={fieldErrors.key}
        autoComplete="off"
        dir="ltr"
      />
      {kind === "openai" && (
        <Select
          label={t("language")}
          options={(["responses", "chat"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={language}
          onValueChange={setLanguage}
        />
      )}
    </FormDialog>
  );
}
