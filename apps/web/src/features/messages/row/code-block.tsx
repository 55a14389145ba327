import { Check, Copy, WrapText } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { useRowTabIndex } from "./active-row.ts";

/** Code as it was written, to be copied, its long lines wrapped on demand. */
export function CodeBlock({ text, children }: { text: string; children: ReactNode }) {
  const t = useTranslations("messages.code");
  const tabIndex = useRowTabIndex();
  const { isCopied, copy } = useCopy();
  const [isWrapped, setWrapped] = useState(false);
  return (
    <div className="group/code relative">
      <pre tabIndex={tabIndex} className={isWrapped ? "whitespace-pre-wrap! wrap-anywhere!" : ""}>
        {children}
      </pre>
      <div className="absolute end-1.5 top-1.5 flex rounded-md bg-raised opacity-0 shadow-raised focus-within:opacity-100 group-hover/code:opacity-100 pointer-coarse:opacity-100">
        <IconButton
          size="small"
          tabIndex={tabIndex}
          label={t("wrap")}
          pressed={isWrapped}
          icon={<WrapText />}
          onClick={() => setWrapped(!isWrapped)}
        />
        <IconButton
          size="small"
          tabIndex={tabIndex}
          label={isCopied ? t("copied") : t("copy")}
          icon={isCopied ? <Check /> : <Copy />}
          onClick={() => void copy(text)}
        />
      </div>
    </div>
  );
}
