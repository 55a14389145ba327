import { PreviewCard as Part } from "@base-ui/react/preview-card";
import type { ReactElement, ReactNode } from "react";

type HoverCardProps = {
  trigger: ReactElement;
  children: ReactNode;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
};

/** A glance at what a name or a link leads to. Whatever it shows can be reached by following the trigger as well. */
export function HoverCard({ trigger, children, side = "top" }: HoverCardProps) {
  return (
    <Part.Root>
      <Part.Trigger delay={400} closeDelay={150} render={trigger} />
      <Part.Portal>
        <Part.Positioner side={side} align="start" sideOffset={6} collisionPadding={8} className="z-50">
          <Part.Popup className="popup w-72 p-4">{children}</Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
