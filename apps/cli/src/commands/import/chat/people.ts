// The accounts that speak in imported history, in the room, so that they can be mentioned there.
import type { rooms } from "@althing/contract";
import type { Client } from "@althing/sdk";
import { createHandles, type Handles } from "./mentions.ts";
import { persist } from "./send-pages.ts";

export type People = { accountIds: ReadonlyMap<string, string>; handles: Handles };

const namesPerRequest = 500;
const membersPerRequest = 200;

export async function bringPeople(client: Client, room: rooms.Room, nicks: readonly string[]): Promise<People> {
  const { workspaceId, id: roomId } = room;
  const source = room.name ?? roomId;
  const people: { nick: string; handle: string; id: string }[] = [];
  for (const names of chunks(nicks, namesPerRequest)) {
    const found = await persist(() => client.workspaces.importAccounts({ workspaceId, source, names }));
    people.push(...found.map(({ externalName, handle, accountId }) => ({ nick: externalName, handle, id: accountId })));
  }
  for (const accountIds of chunks(
    people.map(({ id }) => id),
    membersPerRequest,
  ))
    await persist(() => client.rooms.addRoomMembers({ roomId, accountIds }));
  return { accountIds: new Map(people.map(({ nick, id }) => [nick, id])), handles: createHandles(people) };
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
