import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Select } from "../../../ui/select.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Blank } from "./blanks.ts";

const kinds = ["line", "text", "number", "choice"] as const;

type Props = { blank: Blank; errorOf: (field: string) => string | undefined; onChange: (blank: Blank) => void };

/** How a blank is asked for, folded under its name. */
export function BlankSettings({ blank, errorOf, onChange }: Props) {
  const t = useTranslations("chats.blanks");
  const { name, label, kind, choices, required } = blank;
  const change = (part: Partial<Blank>) => onChange({ ...blank, ...part });
  const wrong = errorOf("choices") ?? errorOf("default") ?? errorOf("label") ?? errorOf("name");
  return (
    <details open={wrong !== undefined || undefined} className="group rounded-md border border-line bg-surface">
      <summary className="flex min-h-10 cursor-pointer items-center gap-2 rounded-md px-3 text-sm hover:bg-hover">
        <span className="wrap-anywhere min-w-0 flex-1 font-medium">{label || name}</span>
        <Tag>{t(`kinds.${kind}`)}</Tag>
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-4 border-line border-t p-3">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <TextField
            label={t("label")}
            placeholder={name}
            value={label}
            onValueChange={(next) => change({ label: next })}
            maxLength={80}
            error={errorOf("label") ?? errorOf("name")}
          />
          <Select
            label={t("kind")}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={kind}
            onValueChange={(next) => change({ kind: next, default: "" })}
          />
        </div>
        {kind === "choice" && (
          <TextArea
            label={t("choices")}
            hint={t("choicesHint")}
            rows={3}
            value={choices.join("\n")}
            onValueChange={(text) => change({ choices: text.split("\n") })}
            error={errorOf("choices")}
          />
        )}
        <Default blank={blank} onChange={change} error={errorOf("default")} />
        <Checkbox label={t("required")} checked={required} onCheckedChange={(next) => change({ required: next })} />
      </div>
    </details>
  );
}

type DefaultProps = { blank: Blank; onChange: (part: Partial<Blank>) => void; error: string | undefined };

function Default({ blank: { kind, choices, default: value }, onChange, error }: DefaultProps) {
  const t = useTranslations("chats.blanks");
  const frame = { label: t("default"), error };
  if (kind === "choice") {
    const offered = choices.map((one) => one.trim()).filter(Boolean);
    return (
      <Select
        {...frame}
        options={[{ value: none, label: t("noDefault") }, ...offered.map((one) => ({ value: one, label: one }))]}
        value={value || none}
        onValueChange={(next) => onChange({ default: next === none ? "" : next })}
      />
    );
  }
  const field = { ...frame, value, onValueChange: (next: string) => onChange({ default: next }), maxLength: 2_000 };
  if (kind === "text") return <TextArea {...field} rows={2} />;
  return <TextField {...field} {...(kind === "number" && { inputMode: "decimal" as const })} />;
}

/** A choice is never empty, so it cannot be one of them. */
const none = " ";
