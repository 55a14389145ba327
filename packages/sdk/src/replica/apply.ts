import { type EventEnvelope, type FeedName, parseFeed } from "@althing/contract";
import { accountReducers } from "./accounts.ts";
import { assistantReducers } from "./assistants/index.ts";
import { chatReducers } from "./chats.ts";
import { connectionReducers } from "./connections.ts";
import { messageReducers } from "./messages/index.ts";
import { modelReducers } from "./models.ts";
import { promptReducers } from "./prompts.ts";
import { change } from "./records.ts";
import type { Reducer } from "./reducer.ts";
import { roomTemplateReducers } from "./room-templates.ts";
import { roomReducers } from "./rooms.ts";
import type { Replica } from "./state.ts";
import { toolReducers } from "./tools.ts";
import { workspaceReducers } from "./workspaces.ts";

const reducers = new Map<string, Reducer[]>();
for (const reducer of [
  ...accountReducers,
  ...workspaceReducers,
  ...roomReducers,
  ...roomTemplateReducers,
  ...messageReducers,
  ...modelReducers,
  ...assistantReducers,
  ...promptReducers,
  ...chatReducers,
  ...toolReducers,
  ...connectionReducers,
]) {
  reducers.set(reducer.type, [...(reducers.get(reducer.type) ?? []), reducer]);
}

/** The event types that change a replica; any other leaves it as it is. */
export const knownTypes: ReadonlySet<string> = new Set(reducers.keys());

/**
 * The state after an event. Applying one again is harmless, and right after something was loaded that may be older than
 * it: what the event sets is set again, what it counts is not counted twice.
 * `now` is when it came (milliseconds since 1970 by this device's clock), for signs that pass with time.
 */
export function apply(replica: Replica, event: EventEnvelope, now: number = Date.parse(event.at)): Replica {
  const feed = event.feed as FeedName;
  const isCounted = event.seq > 0 && event.seq <= headOf(replica, feed);
  const next = (reducers.get(event.type) ?? [])
    .filter(({ once }) => !(once && isCounted))
    .reduce((state, { reduce }) => reduce(state, event, now), replica);
  return event.seq === 0 ? next : withSeen(isCounted ? next : withHead(next, feed, event.seq), feed, event.seq);
}

const withSeen = (replica: Replica, feed: FeedName, seq: number): Replica => ({
  ...replica,
  timelines: change(replica.timelines, parseFeed(feed).id, (timeline) =>
    seq > timeline.upToSeq ? { ...timeline, upToSeq: seq } : timeline,
  ),
});

/** The last number of a feed that the state has; 0 where the feed's thing is not loaded. */
export function headOf(replica: Replica, feed: FeedName): number {
  const { kind, id } = parseFeed(feed);
  if (kind === "account") return replica.me?.id === id ? replica.me.head : 0;
  if (kind === "run") return 0;
  return (kind === "room" ? replica.rooms[id] : replica.workspaces[id])?.head ?? 0;
}

function withHead(replica: Replica, feed: FeedName, head: number): Replica {
  const { kind, id } = parseFeed(feed);
  switch (kind) {
    case "account":
      return { ...replica, me: replica.me && { ...replica.me, head } };
    case "room":
      return { ...replica, rooms: change(replica.rooms, id, (room) => ({ ...room, head })) };
    case "workspace":
      return {
        ...replica,
        workspaces: change(replica.workspaces, id, (workspace) => ({ ...workspace, head })),
        me: replica.me && {
          ...replica.me,
          workspaces: replica.me.workspaces.map((one) => (one.id === id ? { ...one, head } : one)),
        },
      };
    case "run":
      return replica;
  }
}
