import { type PointerEvent, useRef } from "react";

const longPressMs = 450;
const shakePx = 8;

type Press = { timer: ReturnType<typeof setTimeout>; x: number; y: number };
export type Pressed = { target: Element; x: number; y: number };

/** Hears a finger or a pen that rests; `stop` where something else has answered to it. */
export function useLongPress(onPress: (pressed: Pressed) => void) {
  const press = useRef<Press>(undefined);
  const stop = () => clearTimeout(press.current?.timer);
  return {
    stop,
    handlers: {
      onPointerDown: ({ target, clientX: x, clientY: y, pointerType }: PointerEvent) => {
        stop();
        if (pointerType === "mouse") return;
        press.current = { x, y, timer: setTimeout(() => onPress({ target: target as Element, x, y }), longPressMs) };
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const { x = 0, y = 0 } = press.current ?? {};
        if (Math.hypot(clientX - x, clientY - y) > shakePx) stop();
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    },
  };
}
