import { Popover as Part } from "@base-ui/react/popover";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";

type PopoverPopupProps = Pick<ComponentProps<typeof Part.Root>, "open" | "onOpenChange" | "modal"> &
  Pick<ComponentProps<typeof Part.Positioner>, "side" | "align" | "anchor"> &
  Pick<ComponentProps<typeof Part.Popup>, "id" | "initialFocus" | "finalFocus"> & {
    /** What it is, for those who do not see it. */
    label: string;
    className?: string;
    children: ReactNode;
  };

/** A popover beside something that did not open it by itself. */
export function PopoverPopup({
  open,
  onOpenChange,
  modal,
  side = "bottom",
  align = "center",
  anchor,
  id,
  initialFocus,
  finalFocus,
  label,
  className,
  children,
}: PopoverPopupProps) {
  return (
    <Part.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Part.Portal>
        <Part.Positioner
          side={side}
          align={align}
          anchor={anchor}
          sideOffset={6}
          collisionPadding={8}
          collisionAvoidance={{ align: "shift" }}
          className="z-50"
        >
          <Part.Popup
            id={id}
            aria-label={label}
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={classes("popup max-w-(--available-width)", className ?? "p-3")}
          >
            {children}
          </Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
