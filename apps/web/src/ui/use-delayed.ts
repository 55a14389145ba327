import { useEffect, useState } from "react";

/** True once `isSo` has held for a while, in milliseconds. */
export function useDelayed(isSo: boolean, delayMs: number): boolean {
  const [hasHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setHeld(true), delayMs);
    return () => {
      clearTimeout(timer);
      setHeld(false);
    };
  }, [isSo, delayMs]);
  return isSo && hasHeld;
}
