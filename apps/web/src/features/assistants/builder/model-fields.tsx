import type { models } from "@althing/contract";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { MultiSelect } from "../../../ui/multi-select.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Settings } from "./settings.ts";

type Model = Awaited<ReturnType<ReturnType<typeof useClient>["models"]["listModels"]>>[number];
type Props = {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
  errors: Readonly<Record<string, string>>;
};

const searchAnswer = "search";
const keyOf = ({ providerId, modelId }: models.ModelChoice): string => `${providerId} ${modelId}`;
const choiceOf = (key: string): models.ModelChoice => {
  const [providerId = "", ...rest] = key.split(" ");
  return { providerId: providerId as models.ProviderId, modelId: rest.join(" ") };
};

/** Which model answers, which ones stand in for it, and how it is asked. Without one, answers are quotes. */
export function ModelFields({ settings, onChange, errors }: Props) {
  const t = useTranslations("assistants.builder");
  const hintOf = useDescription();
  const known = useModels();
  const all = known.map((model) => ({ value: keyOf(model), label: model.name, hint: hintOf(model) }));
  const chosen = settings.model ? keyOf(settings.model) : searchAnswer;
  const isGone = settings.model && !all.some(({ value }) => value === chosen);
  const options = [
    { value: searchAnswer, label: t("searchAnswer"), hint: t("searchAnswerHint") },
    ...(isGone ? [{ value: chosen, label: settings.model?.modelId ?? "", hint: t("modelGone") }] : []),
    ...all,
  ];
  const fallbacks = all
    .filter(({ value }) => value !== chosen)
    .map(({ value, label, hint }) => ({ id: value, label, hint }));
  const { parameters } = settings;
  return (
    <>
      <Select
        label={t("model")}
        hint={known.length === 0 ? t("noModels") : undefined}
        options={options}
        value={chosen}
        onValueChange={(key) => onChange({ model: key === searchAnswer ? null : choiceOf(key) })}
        error={errors.model}
      />
      {settings.model && (
        <>
          <MultiSelect
            label={t("fallbacks")}
            hint={t("fallbacksHint")}
            choices={fallbacks}
            selected={settings.fallbacks
              .map(keyOf)
              .map((key) => fallbacks.find(({ id }) => id === key) ?? { id: key, label: choiceOf(key).modelId })}
            onSelectedChange={(selected) => onChange({ fallbacks: selected.map(({ id }) => choiceOf(id)) })}
            error={errors.fallbacks}
          />
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <NumberField
              label={t("temperature")}
              hint={t("temperatureHint")}
              value={parameters.temperature}
              range={{ min: 0, max: 2, step: 0.1 }}
              onChange={(temperature) => onChange({ parameters: { ...parameters, temperature } })}
              error={errors["parameters.temperature"]}
            />
            <NumberField
              label={t("maxOutputTokens")}
              hint={t("maxOutputTokensHint")}
              value={parameters.maxOutputTokens}
              range={{ min: 1, max: 200_000, step: 1 }}
              onChange={(maxOutputTokens) => onChange({ parameters: { ...parameters, maxOutputTokens } })}
              error={errors["parameters.maxOutputTokens"]}
            />
          </div>
        </>
      )}
    </>
  );
}

type NumberFieldProps = {
  label: string;
  hint: string;
  value: number | null;
  range: { min: number; max: number; step: number };
  onChange: (value: number | null) => void;
  error: string | undefined;
};

/** Empty is the model's own choice. */
function NumberField({ label, hint, value, range, onChange, error }: NumberFieldProps) {
  const t = useTranslations("assistants.builder");
  return (
    <TextField
      type="number"
      inputMode="decimal"
      {...range}
      {...{ label, hint, error }}
      placeholder={t("byModel")}
      value={value === null ? "" : String(value)}
      onValueChange={(text) => onChange(text === "" ? null : Number(text))}
    />
  );
}

/** The models one may choose. */
function useModels(): readonly Model[] {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [known, setKnown] = useState<readonly Model[]>([]);
  useEffect(() => {
    client.models.listModels({ workspaceId }).then(setKnown, () => undefined);
  }, [client, workspaceId]);
  return known;
}

/** Where a model is, and what a million tokens of it cost. */
function useDescription() {
  const t = useTranslations("assistants.builder");
  const format = useFormatter();
  const dollars = (micros: number) =>
    format.number(micros / 1_000_000, { style: "currency", currency: "USD", maximumSignificantDigits: 3 });
  return ({ providerName, prices }: Model): string =>
    prices
      ? t("priced", { provider: providerName, input: dollars(prices.input), output: dollars(prices.output) })
      : providerName;
}
