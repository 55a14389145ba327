// The channel that takes history: found or made, joined, and quiet about who comes while it is filled.
import { rooms } from "@althing/contract";
import { type Client, isProblem } from "@althing/sdk";
import { CommandFault } from "../../../failure.ts";
import { sameName } from "../../../places.ts";

/** A room, and whether it shall tell who joins once it is filled. */
export type Filling = { room: rooms.Room; joins: boolean };

export async function openChannel(client: Client, workspaceId: string, name: string): Promise<Filling> {
  const mine = await client.rooms.listRooms({ workspaceId });
  const found = mine.find((room) => room.kind === "channel" && sameName(room.name, name));
  if (found) return { room: found, joins: found.systemMessages.joins };
  const channels = await client.rooms.discoverRooms({ workspaceId, query: name, limit: 100 });
  const open = channels.find((room) => sameName(room.name, name));
  if (open) {
    const room = await client.rooms.joinRoom({ roomId: open.id });
    return { room, joins: room.systemMessages.joins };
  }
  try {
    const room = await client.rooms.createRoom({ workspaceId, kind: "channel", name, visibility: "public" });
    return { room, joins: true };
  } catch (error) {
    if (!isProblem(error, rooms.RoomNameTaken)) throw error;
    throw new CommandFault(`There is a private channel #${name} that you are not in. Choose another with --room.`);
  }
}

/**
 * Runs the work while the room does not tell who joins: such a message has today's time, and times rise in a room, so all
 * history after it would have today's time too.
 */
export async function whileQuiet<T>(client: Client, { room, joins }: Filling, work: () => Promise<T>): Promise<T> {
  const roomId = room.id;
  if (room.systemMessages.joins) await client.rooms.updateRoom({ roomId, systemMessages: { joins: false } });
  try {
    return await work();
  } finally {
    if (joins) await client.rooms.updateRoom({ roomId, systemMessages: { joins } });
  }
}
