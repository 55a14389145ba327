import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";
import { later } from "../parts/index.ts";
import type { HoverPopupProps } from "./hover-popup.tsx";

type Heard = {
  onPointerEnter?: (event: React.PointerEvent<Element>) => void;
  onFocus?: (event: React.FocusEvent<Element>) => void;
};
type HoveredProps = Omit<HoverPopupProps, "anchor" | "onGone" | "children"> & {
  /** What is pointed at: one element that can have the focus. */
  children: ReactElement;
  popup: ReactNode;
};

const HoverPopup = later(() => import("./hover-popup.tsx"), "HoverPopup");

/** Shows something beside what one points at or comes to by keys. Until then it costs next to nothing: a screen has hundreds. */
export function Hovered({ children, popup, ...look }: HoveredProps) {
  const [anchor, setAnchor] = useState<Element>();
  const heard = children.props as Heard;
  return (
    <>
      {cloneElement(children as ReactElement<Heard>, {
        onPointerEnter: (event) => {
          heard.onPointerEnter?.(event);
          if (event.pointerType !== "touch") setAnchor(event.currentTarget);
        },
        onFocus: (event) => {
          heard.onFocus?.(event);
          if (event.currentTarget.matches(":focus-visible")) setAnchor(event.currentTarget);
        },
      })}
      {anchor && (
        <Suspense>
          <HoverPopup {...look} anchor={anchor} onGone={() => setAnchor(undefined)}>
            {popup}
          </HoverPopup>
        </Suspense>
      )}
    </>
  );
}
