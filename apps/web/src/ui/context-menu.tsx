import { useRender } from "@base-ui/react/use-render";
import { type MouseEvent, type ReactElement, type ReactNode, Suspense, useState } from "react";
import { later } from "../parts/index.ts";
import { useLongPress } from "./use-long-press.ts";

type ContextMenuProps = {
  /** What answers to the right button, a long press or the menu key. */
  children: ReactElement;
  /** Whether a part of it has such a menu, as all have unless told; elsewhere the browser's own is of more use. */
  choose?: (target: Element) => boolean;
  /** The same parts as in a Menu. */
  items: ReactNode;
};

const ContextMenuPopup = later(() => import("./context-menu-popup.tsx"), "ContextMenuPopup");

/** A shortcut to actions that can be reached in another way too. */
export function ContextMenu({ children, choose = () => true, items }: ContextMenuProps) {
  const [at, setAt] = useState<{ x: number; y: number }>();
  const [isOpen, setOpen] = useState(false);
  const open = (target: Element, x: number, y: number): boolean => {
    if (!choose(target)) return false;
    setAt({ x, y });
    setOpen(true);
    return true;
  };
  const { handlers, stop } = useLongPress(({ target, x, y }) => open(target, x, y));
  const element = useRender({
    render: children,
    props: {
      ...handlers,
      onContextMenu: (event: MouseEvent) => {
        stop();
        if (open(event.target as Element, event.clientX, event.clientY)) event.preventDefault();
      },
      style: { WebkitTouchCallout: "none" },
    },
  });
  return (
    <>
      {element}
      {at && (
        <Suspense>
          <ContextMenuPopup open={isOpen} onOpenChange={setOpen} at={at}>
            {items}
          </ContextMenuPopup>
        </Suspense>
      )}
    </>
  );
}
