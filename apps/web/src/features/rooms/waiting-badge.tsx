import { useEffect } from "react";
import { useReplica } from "../../connection/index.ts";
import { useTitleCount } from "../../ui/use-title.ts";
import { countCalls } from "./sidebar/use-waiting.ts";

/** Tells what calls from outside of the window: in its name, its icon, and on the installed app's. */
export function WaitingBadge() {
  const count = useReplica(countCalls);
  useTitleCount(count);
  useEffect(() => {
    setIcon(count > 0);
    // Not every browser has installed apps, and not every system has badges.
    void navigator.setAppBadge?.(count).catch(() => undefined);
    return () => setIcon(false);
  }, [count]);
  return null;
}

function setIcon(isWaiting: boolean): void {
  document.querySelector("link[rel=icon]")?.setAttribute("href", isWaiting ? "/icon-waiting.svg" : "/icon.svg");
}
