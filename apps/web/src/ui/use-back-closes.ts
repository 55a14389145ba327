import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** While something lies over the page, going back takes that away and leaves the page as it is. */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  const { history } = useRouter();
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    return history.block({
      enableBeforeUnload: false,
      blockerFn: ({ action }) => {
        if (action !== "BACK") return false;
        latest.current();
        return true;
      },
    });
  }, [history, isOpen]);
}
