import { useEffect } from "react";
import { useLive } from "../../../connection/index.ts";
import { Wakefulness } from "./wakefulness.ts";

const signs = ["pointermove", "pointerdown", "keydown", "wheel", "focus"] as const;
const checkMs = 15_000;

/** Tells the server whether someone sits before this tab. */
export function usePresenceReports(): void {
  const live = useLive();
  useEffect(() => {
    const wakefulness = new Wakefulness(Date.now());
    const tell = (state: "online" | "away" | undefined) => state && live.presence(state);
    const hear = () => tell(wakefulness.sign(Date.now()));
    const see = () => document.visibilityState === "visible" && hear();
    const check = setInterval(() => tell(wakefulness.check(Date.now())), checkMs);
    for (const sign of signs) window.addEventListener(sign, hear, { passive: true });
    document.addEventListener("visibilitychange", see);
    return () => {
      clearInterval(check);
      for (const sign of signs) window.removeEventListener(sign, hear);
      document.removeEventListener("visibilitychange", see);
    };
  }, [live]);
}
