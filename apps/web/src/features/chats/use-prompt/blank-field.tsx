import { useTranslations } from "use-intl";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Blank } from "../prompts/blanks.ts";

type Props = {
  blank: Blank;
  value: string;
  onValueChange: (value: string) => void;
  error: string | undefined;
  autoFocus: boolean;
};

/** Asks for what a blank stands for. */
export function BlankField({ blank: { name, label, kind, choices, required }, ...rest }: Props) {
  const t = useTranslations("chats.fill");
  const { value, onValueChange, error, autoFocus } = rest;
  const frame = { label: label || name, hint: required ? undefined : t("optional"), error };
  switch (kind) {
    case "choice":
      return (
        <Select
          {...frame}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          value={value || null}
          placeholder={t("choose")}
          onValueChange={onValueChange}
        />
      );
    case "text":
      return <TextArea {...frame} {...{ value, onValueChange, autoFocus }} rows={3} />;
    default:
      return (
        <TextField
          {...frame}
          {...{ value, onValueChange, autoFocus }}
          autoComplete="off"
          {...(kind === "number" && { inputMode: "decimal" as const })}
        />
      );
  }
}
