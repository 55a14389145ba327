// Where a workspace's tools come from, what is said of them, and calls that are made, or wanted, in one's own name.
import { type FeedName, parseFeed, tools } from "@althing/contract";
import { change, drop, put } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

export const fromToolCall = (replica: Replica, call: tools.ToolCall): Replica =>
  (replica.toolCalls[call.id]?.version ?? 0) > call.version
    ? replica
    : { ...replica, toolCalls: put(replica.toolCalls, call.id, call) };

export const withoutToolCallsOf = (replica: Replica, roomId: string): Replica => ({
  ...replica,
  toolCalls: drop(
    replica.toolCalls,
    ...Object.values(replica.toolCalls).flatMap((call) => (call.roomId === roomId ? [call.id] : [])),
  ),
});

type Sources = readonly tools.ToolSource[];

export const fromToolSources = (replica: Replica, workspaceId: string, sources: Sources): Replica => ({
  ...replica,
  toolSources: put(replica.toolSources, workspaceId, sources),
});

/** Of the workspace and its assistants; what is said for a room is looked up where it is shown. */
export const fromToolPolicies = (
  replica: Replica,
  workspaceId: string,
  policies: readonly tools.ToolPolicy[],
): Replica => ({
  ...replica,
  toolPolicies: put(
    replica.toolPolicies,
    workspaceId,
    policies.filter(({ roomId }) => roomId === null),
  ),
});

export const fromToolPrices = (replica: Replica, workspaceId: string, prices: readonly tools.ToolPrice[]): Replica => ({
  ...replica,
  toolPrices: put(replica.toolPrices, workspaceId, prices),
});

/** They are unknown, until they are looked at again. */
export const withoutToolsOf = (replica: Replica, workspaceId: string): Replica => ({
  ...replica,
  toolSources: drop(replica.toolSources, workspaceId),
  toolPolicies: drop(replica.toolPolicies, workspaceId),
  toolPrices: drop(replica.toolPrices, workspaceId),
});

const byPrecedence = (one: tools.ToolSource, other: tools.ToolSource): number =>
  one.precedence - other.precedence || (one.slug < other.slug ? -1 : 1);

const withSource = (replica: Replica, source: tools.ToolSource): Replica => ({
  ...replica,
  toolSources: change(replica.toolSources, source.workspaceId, (sources) =>
    [...sources.filter(({ id }) => id !== source.id), source].sort(byPrecedence),
  ),
});

const withoutSource = (replica: Replica, workspaceId: string, sourceId: string): Replica => ({
  ...replica,
  toolSources: change(replica.toolSources, workspaceId, (sources) => sources.filter(({ id }) => id !== sourceId)),
});

export const toolReducers = [
  on(tools.ToolCallChanged, (replica, { data: { call } }) => fromToolCall(replica, call)),
  on(tools.ToolSourceChanged, (replica, { data: { source } }) => withSource(replica, source)),
  on(tools.ToolSourceRemoved, (replica, { feed, data: { sourceId } }) =>
    withoutSource(replica, parseFeed(feed as FeedName).id, sourceId),
  ),
  on(tools.ToolPoliciesChanged, (replica, { feed, data: { policies } }) => {
    const { kind, id } = parseFeed(feed as FeedName);
    return kind === "workspace" && replica.toolPolicies[id] ? fromToolPolicies(replica, id, policies) : replica;
  }),
  on(tools.ToolPricesChanged, (replica, { feed, data: { prices } }) => {
    const { id } = parseFeed(feed as FeedName);
    return replica.toolPrices[id] ? fromToolPrices(replica, id, prices) : replica;
  }),
];
