import type { ReactElement, ReactNode } from "react";
import { later } from "../parts/index.ts";
import { type Placement, PopupTrigger } from "./popup-trigger.tsx";

type MenuProps = Placement & {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it. */
  trigger: ReactElement<{ id?: string }>;
  /** MenuItem, MenuLink, MenuCheckbox, MenuRadios, MenuGroup, Submenu, MenuSeparator. */
  children: ReactNode;
};

const load = () => import("./menu-popup.tsx");
const MenuPopup = later(load, "MenuPopup");

/** Its items are made when it opens: give them as a component, lazy where the button is of the first screen. */
export function Menu({ trigger, open, onOpenChange, side = "bottom", align = "start", children }: MenuProps) {
  return (
    <PopupTrigger kind="menu" trigger={trigger} open={open} onOpenChange={onOpenChange} preload={load}>
      {(popup) => (
        <MenuPopup {...popup} side={side} align={align}>
          {children}
        </MenuPopup>
      )}
    </PopupTrigger>
  );
}
