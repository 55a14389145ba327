// From the moment that someone points at something until they have gone again.
import { Tooltip as Part } from "@base-ui/react/tooltip";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";

export type HoverPopupProps = Pick<ComponentProps<typeof Part.Positioner>, "side" | "align"> & {
  anchor: Element;
  className: string;
  onGone: () => void;
  children: ReactNode;
};

const delayMs = 400;
/** Long enough for the pointer to cross over to the popup. */
const graceMs = 120;
/** Who has just read one is shown the next at once. */
const warmMs = 400;
let warmUntil = 0;

export function HoverPopup({ anchor, side, align, className, onGone, children }: HoverPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  const wait = (ms: number, act: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, ms);
  };
  const end = () => {
    clearTimeout(timer.current);
    if (isOpen) setOpen(false);
    else onGone();
  };
  const isWanted = () => anchor.matches(":hover, :focus-visible") || popup.current?.matches(":hover");
  const look = () => wait(graceMs, () => (isWanted() ? setOpen(true) : latest.current.end()));
  const latest = useRef({ end, look });
  latest.current = { end, look };

  useEffect(() => {
    const isAtOnce = Date.now() < warmUntil || anchor.matches(":focus-visible");
    timer.current = setTimeout(() => setOpen(true), isAtOnce ? 0 : delayMs);
    const ended = new AbortController();
    const hear = (type: string, act: () => void) => anchor.addEventListener(type, act, { signal: ended.signal });
    if (!anchor.matches(":hover, :focus-visible")) latest.current.look();
    hear("pointerleave", () => latest.current.look());
    hear("blur", () => latest.current.look());
    // What was explained is being done.
    hear("pointerdown", () => latest.current.end());
    hear("click", () => latest.current.end());
    return () => {
      ended.abort();
      clearTimeout(timer.current);
    };
  }, [anchor]);

  return (
    <Part.Root
      open={isOpen}
      onOpenChange={(open) => !open && end()}
      onOpenChangeComplete={(open) => {
        warmUntil = Date.now() + warmMs;
        if (!open) onGone();
      }}
    >
      <Part.Portal>
        <Part.Positioner anchor={anchor} side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Part.Popup ref={popup} className={`popup ${className}`} onPointerLeave={look}>
            {children}
          </Part.Popup>
        </Part.Positioner>
      </Part.Portal>
    </Part.Root>
  );
}
