import { realtime } from "@althing/contract";
import type { Ending } from "./socket.ts";

/** `waiting` connects again at `until` (milliseconds since 1970); `ended` does not by itself. */
export type LiveStatus =
  | { state: "idle" | "connecting" | "offline" }
  | { state: "live"; accountId: string; sessionId: string }
  | { state: "waiting"; until: number }
  | { state: "ended"; reason: string };

type Bye = Extract<realtime.ServerFrame, { op: "bye" }>;

/** Why the socket may not come back by itself; undefined when it may. */
export function findFinalReason(ending: Ending, bye: Bye | undefined): string | undefined {
  if (bye && !bye.mayReconnect) return bye.reason;
  const known = Object.values(realtime.closeCodes).find(({ code }) => code === ending.code);
  return known && !known.mayReconnect ? known.reason : undefined;
}
