import { rooms } from "@althing/contract";
import type { FeedRights } from "../../../kernel/module.ts";
import { roomScope } from "./room-access.ts";

/** Who may see a room may follow it. */
export const roomFeed: FeedRights = {
  kind: "room",
  async mayFollow(tx, accountId, ids) {
    const found = await roomScope.resolve(
      tx,
      ids.map((id) => ({ accountId, id })),
    );
    return new Set(ids.filter((_, index) => found[index]?.permissions.has(rooms.RoomView.name)));
  },
};
