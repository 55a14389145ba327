// The testkit's cast on a server of its own, and what their rooms tell.
import type { FeedName } from "@althing/contract";
import { openHarbour, startServer } from "@althing/testkit";

export { type Person, refusal } from "@althing/testkit";
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

export async function startHarbour() {
  const server = await startServer();
  const harbour = await openHarbour(server.url);
  return {
    ...harbour,
    server,
    /** The events of rooms in a feed; those of messages may come in between at any time. */
    async eventsOf(feed: FeedName, after = 0) {
      const events = await server.eventsOf(feed, after);
      return events.filter((event) => event.type.startsWith("rooms."));
    },
  };
}

export const typesOf = (events: readonly { type: string }[]): string[] => events.map((event) => event.type);
