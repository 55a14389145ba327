import type { rooms } from "@althing/contract";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Hash } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { TemplateIcon } from "./template-icon.tsx";

export const blank = "blank";

type Props = {
  /** Undefined while they are loaded. */
  templates: readonly rooms.RoomTemplate[] | undefined;
  /** A template's id, or `blank`. */
  value: string;
  onValueChange: (value: string) => void;
};

/** What a channel starts from: nothing, or a template. */
export function StartChoices({ templates, value, onValueChange }: Props) {
  const t = useTranslations("rooms.templates");
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="font-medium text-sm">
        {t("startFrom")}
      </span>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onValueChange={onValueChange}
        className="thin-scroll -m-1 grid max-h-36 grid-cols-2 gap-2 overflow-y-auto p-1 sm:grid-cols-3"
      >
        <Choice value={blank} icon={<Hash size={16} aria-hidden="true" />} label={t("blank")} />
        {templates?.map((template) => (
          <Choice
            key={template.id}
            value={template.id}
            icon={<TemplateIcon template={template} />}
            label={template.name}
          />
        ))}
        {!templates && <Skeleton className="h-10" />}
      </RadioGroup>
    </div>
  );
}

function Choice({ value, icon, label }: { value: string; icon: ReactNode; label: string }) {
  return (
    <Radio.Root
      value={value}
      aria-label={label}
      className="flex h-10 min-w-0 cursor-pointer items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-ink-muted text-sm transition-colors hover:bg-hover hover:text-ink data-checked:border-accent data-checked:bg-accent-soft data-checked:text-ink [&>svg]:shrink-0"
    >
      {icon}
      <span className="truncate">{label}</span>
    </Radio.Root>
  );
}
