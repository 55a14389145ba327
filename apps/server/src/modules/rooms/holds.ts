// What must not be deleted by hand: later modules say of which rooms that is true.
import type { WriteTx } from "../../kernel/tx.ts";
import type { RoomTraits } from "./queries/room-access.ts";

export type RoomToDelete = Pick<RoomTraits, "kind"> & { readonly roomId: string; readonly workspaceId: string };

export type RoomHold = {
  /** Asked before the room is locked; a hold that could be put on meanwhile is locked by whoever answers. */
  isOn(tx: WriteTx, room: RoomToDelete): Promise<boolean>;
};

const holds: RoomHold[] = [];

export const roomHolds = {
  register(hold: RoomHold): void {
    holds.push(hold);
  },
  async isOn(tx: WriteTx, room: RoomToDelete): Promise<boolean> {
    for (const hold of holds) if (await hold.isOn(tx, room)) return true;
    return false;
  },
};
