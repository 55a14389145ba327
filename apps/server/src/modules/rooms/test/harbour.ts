// The testkit's cast on a server of its own, and what their rooms tell.
import type { EventEnvelope, FeedName } from "@althing/contract";
import { openHarbour, startServer, type TestServer } from "@althing/testkit";
import { readAfter } from "../../../platform/feeds/index.ts";

export { type Person, refusal } from "@althing/testkit";
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

export async function startHarbour() {
  const server = await startServer();
  const harbour = await openHarbour(server.url);
  return { ...harbour, server, eventsOf: (feed: FeedName, after = 0) => eventsOf(server, feed, after) };
}

type RoomEvent = EventEnvelope & { data: Record<string, unknown> };

/** The events of rooms in a feed; those of messages may come in between at any time. */
async function eventsOf({ database }: TestServer, feed: FeedName, after: number): Promise<RoomEvent[]> {
  const events = await database.query((session) => readAfter(session, feed, after, Number.MAX_SAFE_INTEGER, 1_000));
  const ours = events.filter((event) => event.type.startsWith("rooms."));
  return ours.map((event) => JSON.parse(event.text) as RoomEvent);
}

export const typesOf = (events: readonly { type: string }[]): string[] => events.map((event) => event.type);
