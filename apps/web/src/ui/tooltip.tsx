import type { ReactElement, ReactNode } from "react";
import { Hovered } from "./hovered.tsx";
import { Kbd } from "./kbd.tsx";

type TooltipProps = {
  label: ReactNode;
  shortcut?: string | undefined;
  side?: "top" | "bottom" | "inline-start" | "inline-end" | undefined;
  /** What is explained: one element that can have the focus. */
  children: ReactElement;
};

/** Explains what one points at. The element still needs a name of its own: a tooltip is not read aloud. */
export function Tooltip({ label, shortcut, side = "top", children }: TooltipProps) {
  const words = (
    <>
      {label}
      {shortcut && <Kbd keys={shortcut} className="border-transparent bg-canvas/15 text-canvas" />}
    </>
  );
  return (
    <Hovered
      side={side}
      className="flex max-w-72 items-center gap-2 bg-ink px-2 py-1 font-medium text-canvas text-xs shadow-none"
      popup={words}
    >
      {children}
    </Hovered>
  );
}
