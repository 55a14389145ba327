// What a room leaves behind here, when it is deleted; and what somebody allowed in a room, when they leave it.
import { rooms } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import { deleteCallsIn } from "../store/calls.ts";
import { deleteGrantsOf, deleteSaidOf } from "../store/policies.ts";

export const clearUp: LogListener = {
  name: "tools.clear_up",
  events: [rooms.RoomDeleted, rooms.RoomMemberLeft],
  async hear(tx, events) {
    for (const event of events) {
      if (isEvent(event, rooms.RoomMemberLeft)) await deleteGrantsOf(tx, event.data.roomId, event.data.accountId);
      if (!isEvent(event, rooms.RoomDeleted)) continue;
      await deleteCallsIn(tx, event.data.roomId);
      await deleteSaidOf(tx, event.data.roomId);
    }
  },
};
