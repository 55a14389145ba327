import { useTranslations } from "use-intl";
import { MultiSelect } from "../../../ui/multi-select.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { choiceOf, keyOf, useModelDescription, useModels } from "../use-models.ts";
import type { Settings } from "./settings.ts";

type Props = {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
  errors: Readonly<Record<string, string>>;
};

const searchAnswer = "search";

/** Which model answers, which ones stand in for it, and how it is asked. Without one, answers are quotes. */
export function ModelFields({ settings, onChange, errors }: Props) {
  const t = useTranslations("assistants.builder");
  const hintOf = useModelDescription();
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
