import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { type Client, uploadFile } from "@althing/sdk";
import { connect, connectionArgs, jsonArg } from "../../connection.ts";
import { CommandFault } from "../../failure.ts";
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
    file: { type: "string", valueHint: "PATH", description: "Send this file along; the text may be empty then" },
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
    const attachmentIds = args.file === undefined ? [] : [await sendFile(client, workspaceId, args.file)];
    const draft = { roomId: room.id, body, parentId: args["reply-to"], attachmentIds };
    const message = await client.messages.sendMessage(draft);
    if (args.json) return sayJson(message);
    say(`Sent to ${titleOf(room)}: ${message.id}`);
  },
});

async function sendFile(client: Client, workspaceId: string, path: string): Promise<string> {
  const file = await openAsBlob(path).catch(() => {
    throw new CommandFault(`${path} cannot be read.`);
  });
  return (await uploadFile(client, { workspaceId, file, name: basename(path) })).id;
}
