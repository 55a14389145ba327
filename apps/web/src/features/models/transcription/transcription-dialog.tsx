import type { models } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { DollarField } from "../../../ui/dollar-field.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { readDollars, writeDollars } from "../use-dollars.ts";

type Props = { chosen: models.Transcription | null; providers: readonly models.Provider[]; onClose: () => void };

/** Chooses a model of a provider by hand: what hears is seldom among those that answer. */
export function TranscriptionDialog({ chosen, providers, onClose }: Props) {
  const t = useTranslations("models.voices");
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [providerId, setProviderId] = useState<string>(chosen?.choice.providerId ?? providers[0]?.id ?? "");
  const [modelId, setModelId] = useState(chosen?.choice.modelId ?? "whisper-1");
  const price = chosen?.microsPerMinute ?? null;
  const [text, setText] = useState(price === null ? "" : writeDollars(price));
  const microsPerMinute = text.trim() === "" ? null : readDollars(text);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (microsPerMinute === undefined) return;
    await api.setTranscription({ workspaceId, choice: { providerId, modelId: modelId.trim() }, microsPerMinute });
    onClose();
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("save")}
      disabled={modelId.trim() === "" || microsPerMinute === undefined}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <Select
        label={t("provider")}
        options={providers.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={providerId}
        onValueChange={setProviderId}
      />
      <TextField
        label={t("model")}
        hint={t("modelHint")}
        value={modelId}
        onValueChange={setModelId}
        error={fieldErrors["choice.modelId"]}
        spellCheck={false}
        dir="ltr"
      />
      <DollarField
        label={t("price")}
        hint={t("priceHint")}
        value={text}
        onValueChange={setText}
        error={fieldErrors.microsPerMinute ?? (microsPerMinute === undefined ? t("noAmount") : undefined)}
      />
    </FormDialog>
  );
}
