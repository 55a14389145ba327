import { useState } from "react";

/**
 * Where the focus goes when something closes: to where it was when that opened. Base UI looks too late where a field within
 * takes the focus as soon as it is there. What is gone by then, such as an item of a menu, is left to Base UI.
 */
export function useFinalFocus(open: boolean): () => HTMLElement | true {
  const [{ wasOpen, origin }, setKept] = useState<{ wasOpen: boolean; origin: Element | null }>({
    wasOpen: false,
    origin: null,
  });
  if (wasOpen !== open) setKept({ wasOpen: open, origin: open ? document.activeElement : origin });
  return () => (origin instanceof HTMLElement && origin !== document.body && origin.isConnected ? origin : true);
}
