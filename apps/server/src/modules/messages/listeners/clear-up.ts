// What a room or a member leaves behind here, when it goes.
import { rooms } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import { deleteRoomMessages } from "../store/messages.ts";
import { forgetReader } from "../store/reading.ts";

export const clearUp: LogListener = {
  name: "messages.clear_up",
  events: [rooms.RoomDeleted, rooms.RoomMemberLeft],
  async hear(tx, events) {
    for (const event of events) {
      if (isEvent(event, rooms.RoomDeleted)) await deleteRoomMessages(tx, event.data.roomId);
      if (isEvent(event, rooms.RoomMemberLeft)) await forgetReader(tx, event.data.accountId, event.data.roomId);
    }
  },
};
