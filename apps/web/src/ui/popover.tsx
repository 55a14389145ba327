import type { ReactElement, ReactNode } from "react";
import { later } from "../parts/index.ts";
import { type Placement, PopupTrigger } from "./popup-trigger.tsx";

type PopoverProps = Placement & {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What it is, for those who do not see it. */
  label: string;
  trigger: ReactElement<{ id?: string }>;
  className?: string;
  children: ReactNode;
};

const load = () => import("./popover-popup.tsx");
const PopoverPopup = later(load, "PopoverPopup");

export function Popover({ open, onOpenChange, trigger, children, ...look }: PopoverProps) {
  return (
    <PopupTrigger kind="dialog" trigger={trigger} open={open} onOpenChange={onOpenChange} preload={load}>
      {({ id, open, onOpenChange, button }) => (
        <PopoverPopup {...look} id={id} open={open} onOpenChange={onOpenChange} anchor={button} finalFocus={button}>
          {children}
        </PopoverPopup>
      )}
    </PopupTrigger>
  );
}
