import type { accounts } from "@althing/contract";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button.tsx";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { TextField } from "../../../../ui/text-field.tsx";

type Fields = accounts.Profile["fields"];
type CustomFieldsProps = {
  fields: Fields;
  onFieldsChange: (fields: Fields) => void;
  errors: Readonly<Record<string, string>>;
};

const mostFields = 10;

/** What else one tells about oneself, under names of one's own. */
export function CustomFields({ fields, onFieldsChange, errors }: CustomFieldsProps) {
  const t = useTranslations("accounts.profileSettings");
  const change = (index: number, changes: Partial<Fields[number]>) =>
    onFieldsChange(fields.map((field, at) => (at === index ? { ...field, ...changes } : field)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t("fields")}</legend>
      {fields.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place alone.
        <div key={index} className="flex items-start gap-2">
          <TextField
            label={t("fieldLabel")}
            hideLabel
            placeholder={t("fieldLabelExample")}
            className="w-1/3"
            value={field.label}
            onValueChange={(label) => change(index, { label })}
            error={errors[`fields.${index}.label`]}
            maxLength={40}
          />
          <TextField
            label={t("fieldValue")}
            hideLabel
            placeholder={t("fieldValueExample")}
            className="flex-1"
            value={field.value}
            onValueChange={(value) => change(index, { value })}
            error={errors[`fields.${index}.value`]}
            maxLength={200}
          />
          <IconButton
            label={t("removeField", { label: field.label })}
            icon={<Trash2 />}
            onClick={() => onFieldsChange(fields.toSpliced(index, 1))}
          />
        </div>
      ))}
      {fields.length < mostFields && (
        <Button
          size="small"
          variant="ghost"
          icon={<Plus />}
          className="self-start"
          onClick={() => onFieldsChange([...fields, { label: "", value: "" }])}
        >
          {t("addField")}
        </Button>
      )}
    </fieldset>
  );
}
