import type { models } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DollarField } from "../../../ui/dollar-field.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { MultiSelect } from "../../../ui/multi-select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoleTitle } from "../../accounts/index.ts";
import { readDollars, writeDollars } from "../use-dollars.ts";

type Props = { detail: models.ProviderDetail; model: models.ProviderModel | undefined; onClose: () => void };

const priceNames = ["input", "cachedInput", "cacheWrite", "output"] as const;
type PriceTexts = Record<(typeof priceNames)[number], string>;

const textsOf = (prices: models.Prices | null): PriceTexts => ({
  input: prices ? writeDollars(prices.input) : "",
  cachedInput: prices ? writeDollars(prices.cachedInput) : "",
  cacheWrite: prices ? writeDollars(prices.cacheWrite) : "",
  output: prices ? writeDollars(prices.output) : "",
});

/** What is left empty of the input costs as much as the input. */
function readPrices(texts: PriceTexts): models.Prices | null | undefined {
  if (priceNames.every((name) => texts[name].trim() === "")) return null;
  const input = readDollars(texts.input);
  const output = readDollars(texts.output);
  const cachedInput = readDollars(texts.cachedInput || texts.input);
  const cacheWrite = readDollars(texts.cacheWrite || texts.input);
  const isWhole = input !== undefined && output !== undefined && cachedInput !== undefined && cacheWrite !== undefined;
  return isWhole ? { input, cachedInput, cacheWrite, output } : undefined;
}

/** A model that is added by hand, or what one says of a model: for whom it is, how much it reads, what it costs. */
export function ModelDialog({ detail, model, onClose }: Props) {
  const t = useTranslations("models.model");
  const tTable = useTranslations("models.table");
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const allRoles = useReplica((replica) => replica.roles[workspaceId]) ?? [];
  const titleOf = useRoleTitle();
  const [modelId, setModelId] = useState(model?.modelId ?? "");
  const [context, setContext] = useState(model?.contextTokens ? String(model.contextTokens) : "");
  const [takesImages, setTakesImages] = useState(model?.takesImages ?? false);
  const [roles, setRoles] = useState<readonly string[]>(model?.roles ?? []);
  const [texts, setTexts] = useState(textsOf(model?.prices ?? null));
  const prices = readPrices(texts);
  const isPriced = JSON.stringify(texts) !== JSON.stringify(textsOf(model?.prices ?? null));

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    await api.setModel({
      workspaceId,
      providerId: detail.id,
      modelId: modelId.trim(),
      contextTokens: context.trim() === "" ? null : Number(context),
      takesImages,
      ...(detail.ownerId === null && { roles: roles.length === 0 ? null : [...roles] }),
      ...(isPriced && prices !== undefined && { prices }),
    });
    onClose();
  });
  const choices = allRoles.map(({ name }) => ({ id: name, label: titleOf(name) }));

  return (
    <FormDialog
      title={model ? model.name : t("addTitle")}
      description={model ? undefined : t("addHint")}
      action={model ? t("save") : t("add")}
      disabled={modelId.trim() === "" || prices === undefined}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      {!model && (
        <TextField
          label={t("id")}
          hint={t("idHint")}
          value={modelId}
          onValueChange={setModelId}
          error={fieldErrors.modelId}
          spellCheck={false}
          dir="ltr"
        />
      )}
      {detail.ownerId === null && (
        <MultiSelect
          label={t("roles")}
          hint={t("rolesHint")}
          placeholder={tTable("everyone")}
          choices={choices}
          selected={choices.filter(({ id }) => roles.includes(id))}
          onSelectedChange={(selected) => setRoles(selected.map(({ id }) => id))}
          error={fieldErrors.roles}
        />
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">{t("prices")}</legend>
        <div className="grid grid-cols-2 gap-3">
          {priceNames.map((name) => (
            <DollarField
              key={name}
              label={t(name)}
              value={texts[name]}
              onValueChange={(text) => setTexts({ ...texts, [name]: text })}
              error={texts[name] !== "" && readDollars(texts[name]) === undefined ? t("noAmount") : undefined}
            />
          ))}
        </div>
        <p className="text-ink-muted text-xs">{t("pricesHint")}</p>
      </fieldset>
      <TextField
        label={t("context")}
        hint={t("contextHint")}
        inputMode="numeric"
        value={context}
        onValueChange={setContext}
        error={fieldErrors.contextTokens}
        dir="ltr"
      />
      <Checkbox label={t("images")} checked={takesImages} onCheckedChange={setTakesImages} />
    </FormDialog>
  );
}
