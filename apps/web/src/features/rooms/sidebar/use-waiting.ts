import { type Replica, unreadOf } from "@althing/sdk";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { isWaiting, type Waiting, waitingIn } from "./waiting.ts";

const nothing: Waiting = { calls: 0, hasUnread: false, threads: 0 };

function findWaiting(replica: Replica, roomId: string): Waiting {
  const room = replica.rooms[roomId];
  return room ? waitingIn(room, unreadOf(replica, roomId)) : nothing;
}

export const isWaitingIn = (replica: Replica, roomId: string): boolean => isWaiting(findWaiting(replica, roomId));

export const useWaiting = (roomId: string): Waiting =>
  useReplica((replica) => findWaiting(replica, roomId), isShallowEqual);
