import { connect, connectionArgs, jsonArg } from "../../connection.ts";
import { requireRoom, requireWorkspace, titleOf, workspaceArg } from "../../places.ts";
import { readStandardInput } from "../../prompt.ts";
import { say, sayJson } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";

export const sendMessage = defineVerb({
  name: "send",
  description: "Post a message",
  args: {
    room: { type: "positional", required: true, description: "#name, @handle or id of a room you are in" },
    text: { type: "positional", required: true, description: "Markdown; `-` reads it from the standard input" },
    "reply-to": { type: "string", valueHint: "ID", description: "Answer this message in its thread" },
    ...workspaceArg,
    ...connectionArgs,
    ...jsonArg,
  },
  async run(args) {
    const client = await connect(args);
    const { id: workspaceId } = await requireWorkspace(client, args.workspace);
    const room = await requireRoom(client, workspaceId, args.room);
    const body = args.text === "-" ? await readStandardInput() : args.text;
    const message = await client.messages.sendMessage({ roomId: room.id, body, parentId: args["reply-to"] });
    if (args.json) return sayJson(message);
    say(`Sent to ${titleOf(room)}: ${message.id}`);
  },
});
