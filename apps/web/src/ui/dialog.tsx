import { Dialog as Part } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";
import { useBackCloses } from "./use-back-closes.ts";
import { useFinalFocus } from "./use-final-focus.ts";

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What opens it, where one element does. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  initialFocus?: ComponentProps<typeof Part.Popup>["initialFocus"];
  /** Stays when one presses beside it, since what was typed would be lost. */
  isForm?: boolean;
  children?: ReactNode;
};

const widths = { small: "sm:max-w-sm", medium: "sm:max-w-lg", large: "sm:max-w-3xl" };

/** In the middle of a wide window, the whole of a narrow one. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  footer,
  size = "medium",
  initialFocus,
  isForm = false,
  children,
}: DialogProps) {
  const t = useTranslations("ui.dialog");
  const finalFocus = useFinalFocus(open ?? false);
  useBackCloses(open === true, () => onOpenChange?.(false));
  return (
    <Part.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={isForm}>
      {trigger && <Part.Trigger render={trigger} />}
      <Part.Portal>
        <Part.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--duration-calm) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Part.Viewport className="fixed inset-0 z-40 flex items-stretch justify-center sm:items-start sm:px-4 sm:py-[10dvh]">
          <Part.Popup
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={classes(
              "relative flex max-h-full w-full flex-col bg-raised text-ink outline-none transition-[opacity,translate] duration-(--duration-calm) sm:rounded-xl sm:shadow-dialog",
              "data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0",
              widths[size],
            )}
          >
            <header className="flex min-w-0 flex-col gap-1 ps-5 pe-14 pt-5 pb-4">
              <Part.Title className="font-semibold text-lg">{title}</Part.Title>
              {description && <Part.Description className="text-ink-muted">{description}</Part.Description>}
            </header>
            {children && <div className="thin-scroll flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>}
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
                {footer}
              </footer>
            )}
            {/* Last, so that the first field has the focus and not the way out. */}
            <Part.Close render={<IconButton label={t("close")} icon={<X />} className="absolute end-3.5 top-4" />} />
          </Part.Popup>
        </Part.Viewport>
      </Part.Portal>
    </Part.Root>
  );
}

/** A button of the footer that only closes the dialog. */
export const DialogClose = Part.Close;
