import { useTranslations } from "use-intl";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Field, Texts } from "./schema-fields.ts";

type Props = { fields: readonly Field[]; texts: Texts; wrong: readonly string[]; onChange: (texts: Texts) => void };

/** The form of a tool's arguments. */
export function ArgumentFields({ fields, texts, wrong, onChange }: Props) {
  const t = useTranslations("tools.run");
  return fields.map((field) => {
    const { name, title, description, kind, isRequired, initial, choices } = field;
    const value = texts[name] ?? initial;
    const isWrong = wrong.includes(name) && value.trim() !== "";
    const frame = {
      label: isRequired ? title : t("optional", { name: title }),
      hint: description,
      error: isWrong ? t(kind === "number" ? "noNumber" : "noJson") : undefined,
    };
    const set = (text: string) => onChange({ ...texts, [name]: text });
    if (kind === "text" || kind === "json")
      return (
        <TextArea
          key={name}
          {...frame}
          rows={1}
          value={value}
          onValueChange={set}
          dir={kind === "json" ? "ltr" : "auto"}
        />
      );
    if (kind === "number")
      return <TextField key={name} {...frame} inputMode="decimal" value={value} onValueChange={set} dir="ltr" />;
    const words = kind === "boolean" ? ["true", "false"] : choices;
    const labelOf = (word: string) => (kind === "boolean" ? t(word === "true" ? "yes" : "no") : word);
    return (
      <Select
        key={name}
        {...frame}
        placeholder={t("choose")}
        options={words.map((word) => ({ value: word, label: labelOf(word) }))}
        value={value || null}
        onValueChange={set}
      />
    );
  });
}
