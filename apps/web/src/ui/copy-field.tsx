import { Check, Copy } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { useCopy } from "./use-copy.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

type CopyFieldProps = {
  label: string;
  value: string;
  /** For one that comes while somebody waits for it: it can be copied at once. */
  takesFocus?: boolean;
  className?: string;
};

/** Something to take along, such as an invitation's address, and whether it was taken. */
export function CopyField({ label, value, takesFocus, className }: CopyFieldProps) {
  const t = useTranslations("ui.copy");
  const id = useId();
  const { isCopied, copy } = useCopy();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block w-fit font-medium text-sm">
        {label}
      </label>
      <div className="field-frame flex items-center gap-1 bg-sunken p-0.5 ps-2.5">
        <input
          id={id}
          readOnly
          ref={takesFocus ? focus : undefined}
          value={value}
          dir="ltr"
          onFocus={(event) => event.target.select()}
          className="h-control-small w-full min-w-0 truncate bg-transparent font-mono text-xs outline-none"
        />
        <Button
          size="small"
          variant="ghost"
          icon={isCopied ? <Check className="text-success" /> : <Copy />}
          onClick={() => copy(value)}
        >
          {isCopied ? t("copied") : t("copy")}
        </Button>
      </div>
      <VisuallyHidden role="status">{isCopied && t("copied")}</VisuallyHidden>
    </div>
  );
}

// Of the module, so that it is called once and not with each rendering.
const focus = (element: HTMLInputElement | null): void => element?.focus();
