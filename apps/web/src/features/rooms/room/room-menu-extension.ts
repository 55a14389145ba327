import type { rooms } from "@althing/contract";
import type { ComponentType } from "react";

type Items = ComponentType<{ room: rooms.MyRoom }>;

let brought: Items = () => null;

/** What a later feature adds to the menu of a room, as chats do; it is brought while the app starts. */
export function provideRoomMenuItems(items: Items): void {
  brought = items;
}

export const roomMenuItems = (): Items => brought;
