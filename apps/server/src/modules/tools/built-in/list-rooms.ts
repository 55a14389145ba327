import { rooms } from "@althing/contract";
import { z } from "zod";
import { readableRooms } from "./readable.ts";
import { builtInTools } from "./registry.ts";

export function registerListRooms(): void {
  builtInTools.register({
    name: "list_rooms",
    title: "List rooms",
    description: "The rooms of the person who asks, with their ids and topics.",
    input: z.strictObject({ containing: z.string().max(80).optional().describe("Part of the name.") }),
    reads: true,
    async perform(platform, asking, { containing = "" }) {
      const readable = new Set<string>(await readableRooms(platform, asking));
      const mine = await asking.call(rooms.listRooms, { workspaceId: asking.workspaceId });
      const listed = mine
        .filter(({ id }) => readable.has(id))
        .map((room) => ({ ...room, title: room.name ?? room.people.map(({ name }) => name).join(", ") }))
        .filter(({ title }) => title.toLowerCase().includes(containing.toLowerCase()));
      if (listed.length === 0) return "There are no such rooms.";
      return listed
        .map(({ id, kind, title, topic }) => `${title} (${kind}, room ${id})${topic ? `: ${topic}` : ""}`)
        .join("\n");
    },
  });
}
