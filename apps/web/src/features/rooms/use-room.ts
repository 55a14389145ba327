import type { rooms } from "@althing/contract";
import { useReplica } from "../../connection/index.ts";

export const useRoom = (roomId: string): rooms.MyRoom | undefined => useReplica((replica) => replica.rooms[roomId]);

/** Whether you hold a permission in a room, such as `message.pin`. The server asks again. */
export const useRoomPermission = (roomId: string, permission: string): boolean =>
  useReplica((replica) => replica.rooms[roomId]?.permissions.includes(permission) ?? false);
