import { Menu as Part } from "@base-ui/react/menu";
import type { ComponentProps, ReactElement, ReactNode } from "react";

type MenuProps = Pick<ComponentProps<typeof Part.Root>, "open" | "onOpenChange"> &
  Pick<ComponentProps<typeof Part.Positioner>, "side" | "align" | "anchor"> & {
    /** The button that opens it. */
    trigger: ReactElement;
    /** MenuItem, MenuLink, MenuCheckbox, MenuRadios, MenuGroup, Submenu, MenuSeparator. */
    children: ReactNode;
  };

export const menuPopup = "popup thin-scroll max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto p-1";

export function Menu({ trigger, open, onOpenChange, side = "bottom", align = "start", anchor, children }: MenuProps) {
  return (
    <Part.Root open={open} onOpenChange={onOpenChange}>
      <Part.Trigger render={trigger} />
      <Part.Portal>
        <Part.Positioner side={side} align={align} anchor={anchor} sideOffset={4} className="z-50 outline-none">
          <Part.Popup className={menuPopup}>{children}</Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
