import { FileUp } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { readJson } from "./connection-draft.ts";

type Props = {
  label: string;
  hint: string;
  shape: "list" | "object";
  /** Whether it may come from a file. */
  withFile?: boolean;
  value: string;
  onValueChange: (text: string) => void;
  error: string | undefined;
  actions?: ReactNode;
};

/** JSON as text, pasted or from a file; whether it is JSON is told while one writes. */
export function JsonField({ label, hint, shape, withFile, value, onValueChange, error, actions }: Props) {
  const t = useTranslations("tools.connect");
  const toast = useToast();
  const file = useRef<HTMLInputElement>(null);
  const isWrong = value.trim() !== "" && readJson(value, shape) === undefined;
  const takeFile = (chosen: File | undefined) => void chosen?.text().then(onValueChange, toast.showProblem);
  return (
    <div className="flex flex-col gap-1.5">
      <TextArea
        label={label}
        hint={hint}
        rows={5}
        className="[&_textarea]:font-mono [&_textarea]:text-xs"
        value={value}
        onValueChange={onValueChange}
        error={error ?? (isWrong ? t(shape === "list" ? "noList" : "noObject") : undefined)}
        spellCheck={false}
        dir="ltr"
      />
      <div className="flex flex-wrap gap-2">
        {withFile && (
          <>
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              hidden
              aria-label={t("file")}
              onChange={({ target }) => {
                takeFile(target.files?.[0]);
                target.value = "";
              }}
            />
            <Button size="small" icon={<FileUp />} onClick={() => file.current?.click()}>
              {t("file")}
            </Button>
          </>
        )}
        {actions}
      </div>
    </div>
  );
}
