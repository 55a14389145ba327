// Finding the workspace and the room that a person names.
import type { rooms, workspaces } from "@althing/contract";
import type { Client } from "@althing/sdk";
import { CommandFault } from "./failure.ts";

export const workspaceArg = {
  workspace: { type: "string", valueHint: "SLUG", description: "The workspace's short name, if you have several" },
} as const;

export async function requireWorkspace(client: Client, slug: string | undefined): Promise<workspaces.Workspace> {
  const mine = await client.workspaces.listWorkspaces();
  const named = slug === undefined ? mine : mine.filter((one) => one.slug === slug.toLowerCase());
  const [workspace, second] = named;
  const slugs = mine.map((one) => one.slug).join(", ");
  if (!workspace && mine.length === 0) throw new CommandFault("You are in no workspace yet.");
  if (!workspace) throw new CommandFault(`You are in no workspace \`${slug}\`. Yours are: ${slugs}.`);
  if (second) throw new CommandFault(`You are in several workspaces. Choose one with --workspace: ${slugs}.`);
  return workspace;
}

/** A room of yours, by `#name`, `@handle` or id. */
export async function requireRoom(client: Client, workspaceId: string, text: string): Promise<rooms.MyRoom> {
  const mine = await client.rooms.listRooms({ workspaceId });
  const found = mine.find((room) => isNamed(room, text));
  if (found) return found;
  throw new CommandFault(`You are in no room \`${text}\`. \`althing rooms\` shows yours.`);
}

/** What a person would call a room: `#harbour`, or the people in it. */
export const titleOf = (room: rooms.Room): string =>
  room.name === null ? room.people.map(({ name }) => name).join(", ") : `#${room.name}`;

export const sameName = (name: string | null, wanted: string): boolean =>
  name?.toLowerCase() === wanted.replace(/^#/, "").toLowerCase();

function isNamed(room: rooms.MyRoom, text: string): boolean {
  if (room.id === text) return true;
  if (text.startsWith("@"))
    return room.kind === "dm" && room.people.some(({ handle }) => `@${handle}` === text.toLowerCase());
  return sameName(room.name, text);
}
