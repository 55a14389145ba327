// Workspaces and who is in them. What a member is everywhere, their profile, stands in `profiles`.
import { type FeedName, feedOf, parseFeed, workspaces } from "@althing/contract";
import { change, drop, put, putAll } from "./records.ts";
import { on, onceOn } from "./reducer.ts";
import { fromRooms } from "./rooms.ts";
import { withStaleRights } from "./stale.ts";
import type { Replica } from "./state.ts";

export const fromWorkspace = (replica: Replica, workspace: workspaces.Workspace): Replica => ({
  ...replica,
  workspaces: put(replica.workspaces, workspace.id, workspace),
});

export const fromRoles = (replica: Replica, workspaceId: string, roles: readonly workspaces.Role[]): Replica => ({
  ...replica,
  roles: put(replica.roles, workspaceId, roles),
});

export const fromEmoji = (
  replica: Replica,
  workspaceId: string,
  emoji: readonly workspaces.CustomEmoji[],
): Replica => ({ ...replica, emoji: put(replica.emoji, workspaceId, emoji) });

/** Takes a page of members; call it for each page. */
export const fromMembers = (replica: Replica, workspaceId: string, loaded: readonly workspaces.Member[]): Replica => {
  const split = loaded.map(({ presence, roles, joinedAt, ...profile }) => ({
    presence,
    member: { roles, joinedAt },
    profile,
  }));
  const members = putAll(
    replica.members[workspaceId] ?? {},
    split.map(({ profile, member }) => [profile.id, member]),
  );
  return {
    ...replica,
    members: put(replica.members, workspaceId, members),
    profiles: putAll(
      replica.profiles,
      split.map(({ profile }) => [profile.id, profile]),
    ),
    presence: putAll(
      replica.presence,
      split.map(({ profile, presence }) => [profile.id, presence]),
    ),
  };
};

const withMember = (
  replica: Replica,
  workspaceId: string,
  { roles, joinedAt, ...profile }: Omit<workspaces.Member, "presence">,
): Replica => ({
  ...replica,
  profiles: put(replica.profiles, profile.id, profile),
  members: change(replica.members, workspaceId, (members) => put(members, profile.id, { roles, joinedAt })),
});

const workspaceOf = (event: { feed: string }): string => parseFeed(event.feed as FeedName).id;

const withMemberCount = (replica: Replica, workspaceId: string, by: number): Replica => ({
  ...replica,
  workspaces: change(replica.workspaces, workspaceId, (one) => ({ ...one, memberCount: one.memberCount + by })),
});

export const workspaceReducers = [
  on(workspaces.WorkspaceUpdated, (replica, { data: { workspaceId, name, slug, version } }) => ({
    ...replica,
    workspaces: change(replica.workspaces, workspaceId, (one) => ({ ...one, name, slug, version })),
    me: replica.me && {
      ...replica.me,
      workspaces: replica.me.workspaces.map((one) => (one.id === workspaceId ? { ...one, name, slug } : one)),
    },
  })),
  on(workspaces.MemberJoined, (replica, event) => withMember(replica, workspaceOf(event), event.data.member)),
  onceOn(workspaces.MemberJoined, (replica, event) => withMemberCount(replica, workspaceOf(event), 1)),
  on(workspaces.MemberLeft, (replica, event) => ({
    ...replica,
    members: change(replica.members, workspaceOf(event), (present) => drop(present, event.data.accountId)),
  })),
  onceOn(workspaces.MemberLeft, (replica, event) => withMemberCount(replica, workspaceOf(event), -1)),
  on(workspaces.MemberRolesChanged, (replica, event) => {
    const workspaceId = workspaceOf(event);
    const { accountId, roles } = event.data;
    const members = change(replica.members, workspaceId, (present) =>
      change(present, accountId, (one) => ({ ...one, roles })),
    );
    if (accountId !== replica.accountId) return { ...replica, members };
    return withStaleRights({ ...withMyRoles(replica, workspaceId, roles), members }, workspaceId);
  }),
  on(workspaces.RolesChanged, (replica, event) =>
    withStaleRights(
      { ...replica, roles: change(replica.roles, workspaceOf(event), () => event.data.roles) },
      workspaceOf(event),
    ),
  ),
  on(workspaces.EmojiAdded, (replica, event) => ({
    ...replica,
    emoji: change(replica.emoji, workspaceOf(event), (all) =>
      [...without(all, event.data.emoji), event.data.emoji].sort((one, other) => (one.name < other.name ? -1 : 1)),
    ),
  })),
  on(workspaces.EmojiRemoved, (replica, event) => ({
    ...replica,
    emoji: change(replica.emoji, workspaceOf(event), (all) => without(all, event.data.emoji)),
  })),
  on(workspaces.WorkspaceEntered, (replica, { data: { workspace } }) => ({
    ...replica,
    me: replica.me && {
      ...replica.me,
      workspaces: [...replica.me.workspaces.filter(({ id }) => id !== workspace.id), workspace],
    },
  })),
  on(workspaces.WorkspaceExited, (replica, { data: { workspaceId } }) => withoutWorkspace(replica, workspaceId)),
];

/** Lets go of all that is known of a workspace and its rooms. */
export function withoutWorkspace(replica: Replica, workspaceId: string): Replica {
  const rest = fromRooms(replica, workspaceId, []);
  return {
    ...rest,
    workspaces: drop(rest.workspaces, workspaceId),
    members: drop(rest.members, workspaceId),
    roles: drop(rest.roles, workspaceId),
    emoji: drop(rest.emoji, workspaceId),
    assistants: drop(rest.assistants, workspaceId),
    categories: drop(rest.categories, workspaceId),
    roomTemplates: drop(rest.roomTemplates, workspaceId),
    prompts: drop(rest.prompts, workspaceId),
    connections: drop(rest.connections, workspaceId),
    toolSources: drop(rest.toolSources, workspaceId),
    toolPolicies: drop(rest.toolPolicies, workspaceId),
    toolPrices: drop(rest.toolPrices, workspaceId),
    providers: drop(rest.providers, workspaceId),
    models: drop(rest.models, workspaceId),
    stale: drop(rest.stale, feedOf.workspace(workspaceId)),
    me: rest.me && { ...rest.me, workspaces: rest.me.workspaces.filter(({ id }) => id !== workspaceId) },
  };
}

const withMyRoles = (replica: Replica, workspaceId: string, roles: string[]): Replica => ({
  ...replica,
  workspaces: change(replica.workspaces, workspaceId, (one) => ({ ...one, roles })),
  me: replica.me && {
    ...replica.me,
    workspaces: replica.me.workspaces.map((one) => (one.id === workspaceId ? { ...one, roles } : one)),
  },
});

const without = (all: readonly workspaces.CustomEmoji[], { name }: workspaces.CustomEmoji) =>
  all.filter((one) => one.name !== name);
