import { connect, connectionArgs, jsonArg } from "../../connection.ts";
import { createProgress, formatTable, say, sayJson } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";
import { workspaceName, workspaceSlug } from "./cast.ts";
import { hireCast } from "./play/hire.ts";
import { playRoom } from "./play/play-room.ts";
import { seedRooms } from "./rooms.ts";

export const seed = defineVerb({
  name: "seed",
  description: "Make a demo workspace: a harbour office with a dozen people, their rooms and a fortnight of talk",
  args: { ...connectionArgs, ...jsonArg },
  async run(args) {
    const owner = await connect(args);
    const there = (await owner.workspaces.listWorkspaces()).find(({ slug }) => slug === workspaceSlug);
    if (there)
      return args.json
        ? sayJson({ workspace: there, created: false })
        : say(`The workspace ${there.name} (${there.slug}) is there already.`);
    const workspace = await owner.workspaces.createWorkspace({ name: workspaceName, slug: workspaceSlug });
    const { players, credentials } = await hireCast(owner, workspace);
    const now = new Date();
    const progress = createProgress("Rooms", seedRooms.length);
    let messages = 0;
    for (const room of seedRooms) {
      messages += await playRoom(owner, workspace.id, room, players, now);
      progress.advance(1);
    }
    progress.end();
    if (args.json) return sayJson({ workspace, created: true, rooms: seedRooms.length, messages, credentials });
    say(`The workspace ${workspaceName} (${workspaceSlug}) has ${seedRooms.length} rooms and ${messages} messages.`);
    say("Its people, with their passwords, which are shown this once:\n");
    say(formatTable(credentials.map(({ name, email, password }) => [name, email, password])));
  },
});
