import { connect, connectionArgs, jsonArg } from "../../connection.ts";
import { requireWorkspace, titleOf, workspaceArg } from "../../places.ts";
import { formatTable, say, sayJson } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";

export const listRooms = defineVerb({
  name: "rooms",
  description: "List your rooms, with what is unread in each",
  args: { ...workspaceArg, ...connectionArgs, ...jsonArg },
  async run(args) {
    const client = await connect(args);
    const { id: workspaceId } = await requireWorkspace(client, args.workspace);
    const rooms = await client.rooms.listRooms({ workspaceId });
    if (args.json) return sayJson(rooms);
    if (rooms.length === 0) return say("You are in no room yet.");
    const rows = rooms.map((room) => [
      titleOf(room),
      String(room.unread.count),
      String(room.unread.mentions),
      room.topic,
    ]);
    say(formatTable([["ROOM", "UNREAD", "MENTIONS", "TOPIC"], ...rows]));
  },
});
