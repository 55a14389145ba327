import { Menu as Part } from "@base-ui/react/menu";
import { type ReactNode, useRef } from "react";
import type { Placement, PopupProps } from "./popup-trigger.tsx";

export const menuPopup = "popup thin-scroll max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto p-1";

type MenuPopupProps = PopupProps & Placement & { children: ReactNode };

export function MenuPopup({ id, open, onOpenChange, button, byKeys, side, align, children }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Part.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => isOpen && byKeys && chooseFirst(popup.current)}
    >
      <Part.Portal>
        <Part.Positioner side={side} align={align} anchor={button} sideOffset={4} className="z-50 outline-none">
          <Part.Popup
            ref={popup}
            id={id}
            aria-labelledby={button.current?.id}
            finalFocus={() => !isInDialogBeyond(button.current) && button.current}
            className={menuPopup}
          >
            {children}
          </Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}

/** Unless someone has gone on already. */
function chooseFirst(popup: HTMLElement | null): void {
  if (popup !== document.activeElement) return;
  popup?.querySelector<HTMLElement>("[role^=menuitem]:not([data-disabled])")?.focus();
}

/** What a menu opened at once has the focus already, and keeps it. */
function isInDialogBeyond(button: HTMLElement | null): boolean {
  const dialog = document.activeElement?.closest("[role=dialog], [role=alertdialog]");
  return Boolean(dialog && !dialog.contains(button));
}
