import type { rooms } from "@althing/contract";
import { listedRooms, type Replica } from "@althing/sdk";

const sumOf = (replica: Replica, workspaceId: string, count: (unread: rooms.Unread) => number): number =>
  listedRooms(replica)
    .filter((room) => room.workspaceId === workspaceId && room.joined)
    .reduce((sum, { unread }) => sum + count(unread), 0);

/** Unread mentions in all rooms of a workspace. */
export const mentionsIn = (replica: Replica, workspaceId: string): number =>
  sumOf(replica, workspaceId, ({ mentions }) => mentions);

/** Unread replies in the threads that one follows in a workspace. */
export const repliesIn = (replica: Replica, workspaceId: string): number =>
  sumOf(replica, workspaceId, ({ threads }) => threads);
