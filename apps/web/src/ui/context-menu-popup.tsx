import { Menu as Part } from "@base-ui/react/menu";
import { type ReactNode, useEffect, useMemo } from "react";
import { menuPopup } from "./menu-popup.tsx";

type ContextMenuPopupProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  at: { x: number; y: number };
  children: ReactNode;
};

export function ContextMenuPopup({ open, onOpenChange, at, children }: ContextMenuPopupProps) {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => DOMRect.fromRect(at) }), [at]);
  // While it is open, the browser's own menu does not come over it.
  useEffect(() => {
    if (!open) return;
    const refuse = (event: MouseEvent) => event.preventDefault();
    document.addEventListener("contextmenu", refuse);
    return () => document.removeEventListener("contextmenu", refuse);
  }, [open]);
  return (
    <Part.Root open={open} onOpenChange={onOpenChange}>
      <Part.Portal>
        <Part.Positioner
          anchor={anchor}
          positionMethod="fixed"
          align="start"
          alignOffset={2}
          sideOffset={2}
          className="z-50 outline-none"
        >
          <Part.Popup className={menuPopup}>{children}</Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
