// What goes when a room goes, and what someone takes along who leaves a workspace.
import { rooms, workspaces } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import { deletePrivatePrompts } from "../store/prompts.ts";
import { deleteOfRooms } from "../store/retention.ts";

export const clearUp: LogListener = {
  name: "chats.clear_up",
  events: [rooms.RoomDeleted, workspaces.MemberLeft],
  async hear(tx, events) {
    const gone = events.flatMap((event) => (isEvent(event, rooms.RoomDeleted) ? [event.data.roomId] : []));
    if (gone.length > 0) await deleteOfRooms(tx, gone);
    for (const event of events) {
      if (!isEvent(event, workspaces.MemberLeft)) continue;
      const workspaceId = event.feed.slice("workspace:".length) as workspaces.WorkspaceId;
      await deletePrivatePrompts(tx, workspaceId, event.data.accountId);
    }
  },
};
