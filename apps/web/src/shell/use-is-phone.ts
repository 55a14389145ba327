import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(width < 48rem)");

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

/** Whether there is room for one thing at a time only: the width below Tailwind's `md`. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
