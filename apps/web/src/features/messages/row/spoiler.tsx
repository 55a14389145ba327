import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useRowTabIndex } from "./active-row.ts";

/** Hidden until it is asked for; hidden from screen readers as well. */
export function Spoiler({ children }: { children: ReactNode }) {
  const t = useTranslations("messages.spoiler");
  const tabIndex = useRowTabIndex();
  const [isShown, setShown] = useState(false);
  if (isShown) return <span className="spoiler is-shown">{children}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not break across lines.
    <span
      role="button"
      tabIndex={tabIndex}
      aria-label={t("show")}
      className="spoiler"
      onClick={() => setShown(true)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        setShown(true);
      }}
    >
      <span aria-hidden="true">{children}</span>
    </span>
  );
}
