// What goes when a room or a message goes, and who is no longer anywhere.
import { messages, rooms } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import { stop } from "../actions/stop-run.ts";
import { deleteConversations, deletePlace } from "../store/conversations.ts";
import { deleteRunsOfRooms, lockRunsOfPrompts } from "../store/runs.ts";
import { deleteClaimsOfRooms } from "../store/voices.ts";

export const clearUp: LogListener = {
  name: "assistants.clear_up",
  events: [rooms.RoomDeleted, rooms.RoomMemberLeft, messages.MessageDeletedEvent],
  async hear(tx, events) {
    const gone = events.flatMap((event) => (isEvent(event, rooms.RoomDeleted) ? [event.data.roomId] : []));
    if (gone.length > 0) {
      await deleteRunsOfRooms(tx, gone);
      await deleteConversations(tx, gone);
      await deleteClaimsOfRooms(tx, gone);
    }
    for (const event of events) {
      if (isEvent(event, rooms.RoomMemberLeft)) await deletePlace(tx, event.data.roomId, event.data.accountId);
    }
    // Nobody waits for the answer to a question that was taken back.
    const deleted = events.flatMap((event) =>
      isEvent(event, messages.MessageDeletedEvent) ? [event.data.message.id] : [],
    );
    if (deleted.length === 0) return;
    for (const run of await lockRunsOfPrompts(tx, deleted)) await stop(tx, run, "discard");
  },
};
