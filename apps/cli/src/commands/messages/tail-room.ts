// Shows a room as it is spoken in: the newest messages, then each new one as it comes, none left out and none twice.
import { feedOf, messages } from "@althing/contract";
import { createLive, type Live } from "@althing/sdk";
import { connect, connectionArgs } from "../../connection.ts";
import { CommandFault, exitCodes } from "../../failure.ts";
import { requireRoom, requireWorkspace, titleOf, workspaceArg } from "../../places.ts";
import { say, warn } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";

export const tailRoom = defineVerb({
  name: "tail",
  description: "Follow a room live, until interrupted",
  args: {
    room: { type: "positional", required: true, description: "#name, @handle or id of a room you are in" },
    lines: {
      type: "string",
      valueHint: "COUNT",
      default: "20",
      description: "How many earlier messages to show, 0 to 100",
    },
    ...workspaceArg,
    ...connectionArgs,
    json: { type: "boolean", description: "Write one JSON message a line" },
  },
  async run(args) {
    const lines = readCount(args.lines);
    const client = await connect(args);
    const { id: workspaceId } = await requireWorkspace(client, args.workspace);
    const room = await requireRoom(client, workspaceId, args.room);
    const show = (message: messages.Message) => say(args.json ? JSON.stringify(message) : lineOf(message));
    const page = await client.messages.listMessages({ roomId: room.id, limit: Math.max(1, lines) });
    for (const message of lines === 0 ? [] : page) show(message);
    // The page may be newer than the room's head that we know; what it had must not come again.
    const last = page.at(-1)?.seq ?? 0;
    const live = createLive({
      client,
      device: "althing tail",
      follow: [{ feed: feedOf.room(room.id), after: Math.max(room.head, last) }],
    });
    live.onEvents((events) => {
      for (const event of events)
        if (event.type === messages.MessageSent.type) show(messages.MessageSent.payload.parse(event.data).message);
    });
    live.onReload(() => warn("Some messages were missed: too much happened while the line was down."));
    await untilEnded(live, () => warn(`Following ${titleOf(room)}. Stop with Ctrl-C.`));
  },
});

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= 100) return count;
  throw new CommandFault("--lines takes a whole number from 0 to 100.", exitCodes.usage);
}

function lineOf({ createdAt, author, body, system, parentId }: messages.Message): string {
  const time = new Date(createdAt).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${time} ${parentId ? "↳ " : ""}${author.name}${system ? "" : ":"} ${body}`;
}

/** Resolves when interrupted; rejects when the server or a lost right ends the line for good. */
function untilEnded(live: Live, onFirstLive: () => void): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let wasLive = false;
    live.onStatus((status) => {
      if (status.state === "live" && !wasLive) {
        wasLive = true;
        onFirstLive();
      }
      if (status.state === "ended") reject(new CommandFault(`The server ended the connection: ${status.reason}.`));
    });
    live.onRevoked(() => reject(new CommandFault("You may no longer read this room.", exitCodes.noPermission)));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    live.start();
  }).finally(() => live.stop());
}
