/**
 * A button and what it opens. What it opens is fetched when someone is about to press the button: a screen has dozens of
 * such buttons, and the machinery of popups is much script.
 */
import type { Menu } from "@base-ui/react/menu";
import { useRender } from "@base-ui/react/use-render";
import {
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type RefObject,
  Suspense,
  useId,
  useRef,
  useState,
} from "react";

export type Placement = Pick<ComponentProps<typeof Menu.Positioner>, "side" | "align">;

export type PopupProps = {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button: the popup stands beside it, is named by it, and gives the focus back to it. */
  button: RefObject<HTMLElement | null>;
  /** Whether keys opened it: then the first thing in it is chosen. */
  byKeys: boolean;
};

type PopupTriggerProps = {
  /** The button. */
  trigger: ReactElement<{ id?: string }>;
  kind: "menu" | "dialog";
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Fetches the popup ahead. */
  preload: () => Promise<unknown>;
  /** Shows it, once it was wanted. */
  children: (popup: PopupProps) => ReactElement;
};

export function PopupTrigger({ trigger, kind, open, onOpenChange, preload, children }: PopupTriggerProps) {
  const [ownId, popupId] = [useId(), useId()];
  const button = useRef<HTMLElement>(null);
  const [isOpenHere, setOpenHere] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const [byKeys, setByKeys] = useState(false);
  const isOpen = open ?? isOpenHere;
  if (isOpen && !wasOpened) setWasOpened(true);
  const set = (next: boolean) => {
    setOpenHere(next);
    onOpenChange?.(next);
  };
  const begin = (isByKeys: boolean) => {
    setByKeys(isByKeys);
    set(!isOpen);
  };
  const element = useRender({
    render: trigger,
    ref: button,
    props: {
      id: trigger.props.id ?? ownId,
      "aria-haspopup": kind,
      "aria-expanded": isOpen,
      "aria-controls": isOpen ? popupId : undefined,
      ...(isOpen && { "data-popup-open": "" }),
      onPointerEnter: () => void preload(),
      onFocus: () => void preload(),
      // A click that no pointer made comes from a key.
      onClick: ({ detail }: MouseEvent) => begin(detail === 0),
      onKeyDown: (event: KeyboardEvent) => {
        if (kind !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
        event.preventDefault();
        begin(true);
      },
    },
  });
  return (
    <>
      {element}
      {wasOpened && <Suspense>{children({ id: popupId, open: isOpen, onOpenChange: set, button, byKeys })}</Suspense>}
    </>
  );
}
