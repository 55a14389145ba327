// What a workspace is loaded from, in an order in which nothing falls between an answer and a feed.
import { accounts, assistants, messages, rooms, workspaces } from "@althing/contract";
import { bodyOf, type Client, plan } from "../client.ts";
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
 * What is read of a workspace, after oneself. Each answer that has a head is read before what the feed of that head
 * changes: the account before its rooms, the workspace before its members. What happens between two answers is then above
 * the head, and comes as an event.
 */
const readsOf = (workspaceId: string) =>
  [
    plan(accounts.getPreferences, {}),
    plan(workspaces.getWorkspace, { workspaceId }),
    plan(rooms.listRooms, { workspaceId }),
    plan(rooms.listRooms, { workspaceId, archived: "true" }),
    plan(workspaces.listRoles, { workspaceId }),
    plan(workspaces.listEmoji, { workspaceId }),
    plan(rooms.listCategories, { workspaceId }),
    plan(assistants.listAssistants, { workspaceId }),
    plan(workspaces.listMembers, { workspaceId, limit: 100 }),
    plan(messages.listThreads, { workspaceId, limit: 100 }),
  ] as const;

/** The body of the `POST /batch` that reads a workspace, for a page that sends it before the SDK is there. */
export const bodyOfReads = (workspaceId: string): string => bodyOf(readsOf(workspaceId));

/** One request, and one for oneself where that is not known. */
export async function fetchWorkspace(client: Client, workspaceId: string, wanted: Wanted = {}): Promise<Load> {
  const me = wanted.me ?? (await client.accounts.getMe());
  const [preferences, workspace, active, archived, roles, emoji, categories, helpers, firstMembers, threads] =
    await client.together(readsOf(workspaceId));
  const hasAll = wanted.someMembers || firstMembers.length >= workspace.memberCount;
  const members = hasAll ? firstMembers : await fetchAll(client, workspaces.listMembers, { workspaceId });
  const loads: Load[] = [
    (replica) => fromMe(replica, me),
    (replica) => fromPreferences(replica, preferences),
    (replica) => fromWorkspace(replica, workspace),
    (replica) => fromRoles(replica, workspaceId, roles),
    (replica) => fromEmoji(replica, workspaceId, emoji),
    (replica) => fromRooms(replica, workspaceId, [...active, ...archived]),
    (replica) => fromCategories(replica, workspaceId, categories),
    (replica) => fromAssistants(replica, workspaceId, helpers),
    (replica) => fromMembers({ ...replica, members: emptyReplica.members }, workspaceId, members),
    (replica) => fromThreads(replica, threads),
  ];
  return (replica) => loads.reduce((state, load) => load(state), replica);
}

/** Everyone, and who of them is there. */
export async function fetchMembers(client: Client, workspaceId: string): Promise<Load> {
  const members = await fetchAll(client, workspaces.listMembers, { workspaceId });
  return (replica) => fromMembers(replica, workspaceId, members);
}
