// What a workspace is loaded from, in an order in which nothing falls between an answer and a feed.
import { type accounts, messages, workspaces } from "@althing/contract";
import type { Client } from "../client.ts";
import { fetchAll } from "../pages.ts";
import {
  emptyReplica,
  fromAssistants,
  fromCategories,
  fromEmoji,
  fromMe,
  fromMembers,
  fromPreferences,
  fromRoles,
  fromRooms,
  fromThreads,
  fromWorkspace,
} from "../replica/index.ts";
import type { Load } from "./store.ts";

type Wanted = {
  /** Yourself, where that is known. */
  me?: accounts.Me | undefined;
  /** The first hundred members do: the others are fetched later. */
  someMembers?: boolean;
};

/**
 * Each answer that has a head is fetched before what the feed of that head changes: the account before its rooms, the
 * workspace before its members. What happens between two answers is then above the head, and comes as an event.
 */
export async function fetchWorkspace(client: Client, workspaceId: string, wanted: Wanted = {}): Promise<Load> {
  const me = wanted.me ?? (await client.accounts.getMe());
  const [preferences, workspace, rooms, archived] = await Promise.all([
    client.accounts.getPreferences(),
    client.workspaces.getWorkspace({ workspaceId }),
    client.rooms.listRooms({ workspaceId }),
    client.rooms.listRooms({ workspaceId, archived: "true" }),
  ]);
  const [roles, emoji, categories, assistants, members, threads] = await Promise.all([
    client.workspaces.listRoles({ workspaceId }),
    client.workspaces.listEmoji({ workspaceId }),
    client.rooms.listCategories({ workspaceId }),
    client.assistants.listAssistants({ workspaceId }),
    wanted.someMembers
      ? client.workspaces.listMembers({ workspaceId, limit: 100 })
      : fetchAll(client, workspaces.listMembers, { workspaceId }),
    client.page(messages.listThreads, { workspaceId, limit: 100 }),
  ]);
  const loads: Load[] = [
    (replica) => fromMe(replica, me),
    (replica) => fromPreferences(replica, preferences),
    (replica) => fromWorkspace(replica, workspace),
    (replica) => fromRoles(replica, workspaceId, roles),
    (replica) => fromEmoji(replica, workspaceId, emoji),
    (replica) => fromRooms(replica, workspaceId, [...rooms, ...archived]),
    (replica) => fromCategories(replica, workspaceId, categories),
    (replica) => fromAssistants(replica, workspaceId, assistants),
    (replica) => fromMembers({ ...replica, members: emptyReplica.members }, workspaceId, members),
    (replica) => fromThreads(replica, threads.items),
  ];
  return (replica) => loads.reduce((state, load) => load(state), replica);
}

/** Everyone, and who of them is there. */
export async function fetchMembers(client: Client, workspaceId: string): Promise<Load> {
  const members = await fetchAll(client, workspaces.listMembers, { workspaceId });
  return (replica) => fromMembers(replica, workspaceId, members);
}
