import type { accounts } from "@althing/contract";

export type DeviceState = { readonly isAway: boolean; readonly seenAt: number };
/** What an account chose; `isShown` is whether others may see it at all. */
export type Standing = { busy: boolean; busyUntil: Date | null; isShown: boolean };

const idleMs = 5 * 60_000;

export const isInUse = (devices: Iterable<DeviceState>, now: number): boolean =>
  [...devices].some(({ isAway, seenAt }) => !isAway && now - seenAt < idleMs);

/** One device in use is enough to be there. */
export function stateOf(
  { busy, busyUntil, isShown }: Standing,
  devices: Iterable<DeviceState>,
  now: number,
): accounts.PresenceState {
  const present = [...devices];
  if (!isShown || present.length === 0) return "offline";
  if (busy && (busyUntil === null || busyUntil.getTime() > now)) return "busy";
  return isInUse(present, now) ? "online" : "away";
}
