import type { ReactElement, ReactNode } from "react";
import { Hovered } from "./hovered.tsx";

/** A glance at what a name or a link leads to. Whatever it shows can be reached by following the trigger as well. */
export function HoverCard({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Hovered side="top" align="start" className="w-72 p-4" popup={children}>
      {trigger}
    </Hovered>
  );
}
