import { listedRooms, type Replica, unreadOf } from "@althing/sdk";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { isWaiting, type Waiting, waitingIn } from "./waiting.ts";

const nothing: Waiting = { calls: 0, hasUnread: false, threads: 0 };

function findWaiting(replica: Replica, roomId: string): Waiting {
  const room = replica.rooms[roomId];
  return room ? waitingIn(room, unreadOf(replica, roomId)) : nothing;
}

export const isWaitingIn = (replica: Replica, roomId: string): boolean => isWaiting(findWaiting(replica, roomId));

/** How much calls in all rooms that are listed. */
export const countCalls = (replica: Replica): number =>
  listedRooms(replica).reduce((sum, { id }) => sum + findWaiting(replica, id).calls, 0);

export const useWaiting = (roomId: string): Waiting =>
  useReplica((replica) => findWaiting(replica, roomId), isShallowEqual);
