import { type FeedName, feedOf } from "@althing/contract";
import { drop, put, putAll } from "./records.ts";
import type { Replica } from "./state.ts";

/** Something of the room, such as what one may do in it, has changed in a way that only the server can tell. */
export const withStaleRoom = (replica: Replica, roomId: string): Replica =>
  roomId in replica.rooms ? { ...replica, stale: put(replica.stale, feedOf.room(roomId), true) } : replica;

/** All that one may do in a workspace and its rooms may have changed. */
export function withStaleRights(replica: Replica, workspaceId: string): Replica {
  const rooms = Object.values(replica.rooms).filter((room) => room.workspaceId === workspaceId);
  const feeds = [feedOf.workspace(workspaceId), ...rooms.map(({ id }) => feedOf.room(id))];
  const entries = feeds.map((feed) => [feed, true] as const);
  return { ...replica, stale: putAll(replica.stale, entries) };
}

/** Called when the fetching begins, so that what becomes stale meanwhile stays marked. */
export const withoutStale = (replica: Replica, feed: FeedName): Replica => ({
  ...replica,
  stale: drop(replica.stale, feed),
});
