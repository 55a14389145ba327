import { ContextMenu as Part } from "@base-ui/react/context-menu";
import type { ReactElement, ReactNode } from "react";
import { menuPopup } from "./menu.tsx";

type ContextMenuProps = {
  /** What answers to the right button, a long press or the menu key. */
  children: ReactElement;
  /** The same parts as in a Menu. */
  items: ReactNode;
  onOpenChange?: (open: boolean) => void;
};

/** A shortcut to actions that can be reached in another way too. */
export function ContextMenu({ children, items, onOpenChange }: ContextMenuProps) {
  return (
    <Part.Root onOpenChange={onOpenChange}>
      <Part.Trigger render={children} />
      <Part.Portal>
        <Part.Positioner className="z-50 outline-none">
          <Part.Popup className={menuPopup}>{items}</Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
