import type { accounts, rooms } from "@althing/contract";

export type Occasion = {
  readonly preference: accounts.Preferences["notifications"]["push"];
  readonly placement: Pick<rooms.RoomPlacement, "muted" | "notify">;
  /** Whether the room is a conversation of a few, without a name. */
  readonly isDirect: boolean;
  /** Whether the message calls the reader, by name or with the room. */
  readonly isCalled: boolean;
  /** Whether it stands in the room's list, and not in a thread alone. */
  readonly isInRoom: boolean;
};

/** Whether a message is worth a push to one of its readers. */
export function wantsPush({ preference, placement, isDirect, isCalled, isInRoom }: Occasion): boolean {
  if (preference === "off" || placement.muted || placement.notify === "nothing") return false;
  if (isCalled) return true;
  return placement.notify === "all" && isInRoom && (isDirect || preference === "all");
}
