import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { enterPanel, usePanel } from "./use-panel.ts";

type Props = { title: string; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode };

/** What every side panel looks like: a title, its actions, a way to close it, and its own scrolling. */
export function PanelFrame({ title, subtitle, actions, children }: Props) {
  const t = useTranslations("shell");
  const { close } = usePanel();
  const section = useRef<HTMLElement>(null);
  // Not into the empty frame that stands there while a panel is fetched.
  useEffect(() => {
    if (title && section.current) enterPanel(section.current);
  }, [title]);
  return (
    <section
      ref={section}
      aria-label={title}
      aria-busy={title === ""}
      tabIndex={-1}
      className="-outline-offset-2 flex min-h-0 flex-1 flex-col"
    >
      <header className="flex h-13 shrink-0 items-center gap-2 border-line border-b ps-4 pe-2">
        <div className="min-w-0 flex-1">
          {title && <h2 className="truncate font-semibold text-sm">{title}</h2>}
          {subtitle && <div className="truncate text-ink-muted text-xs">{subtitle}</div>}
        </div>
        {actions}
        <IconButton label={t("panel.close")} shortcut="escape" icon={<X />} onClick={close} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
    </section>
  );
}
