import { Popover as Part } from "@base-ui/react/popover";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";

type PopoverProps = Pick<ComponentProps<typeof Part.Root>, "open" | "onOpenChange" | "modal"> &
  Pick<ComponentProps<typeof Part.Positioner>, "side" | "align" | "anchor"> &
  Pick<ComponentProps<typeof Part.Popup>, "initialFocus"> & {
    /** What it is, for those who do not see it. */
    label: string;
    trigger?: ReactElement;
    className?: string;
    children: ReactNode;
  };

export function Popover({
  open,
  onOpenChange,
  modal,
  side = "bottom",
  align = "center",
  anchor,
  initialFocus,
  label,
  trigger,
  className,
  children,
}: PopoverProps) {
  return (
    <Part.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      {trigger && <Part.Trigger render={trigger} />}
      <Part.Portal>
        <Part.Positioner side={side} align={align} anchor={anchor} sideOffset={6} collisionPadding={8} className="z-50">
          <Part.Popup
            aria-label={label}
            initialFocus={initialFocus}
            className={classes("popup max-w-(--available-width)", className ?? "p-3")}
          >
            {children}
          </Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
