// The testkit's cast on a server of its own, and what their workspace tells.
import { type EventEnvelope, type FeedName, feedOf } from "@althing/contract";
import { expectConverges, openHarbour, type Person, startServer, type TestServer } from "@althing/testkit";
import { readAfter } from "../../../platform/feeds/index.ts";

export { type Person, refusal, signUp } from "@althing/testkit";
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

export async function startHarbour() {
  const server = await startServer();
  const harbour = await openHarbour(server.url);
  const { workspaceId, eve } = harbour;
  const elsewhere = (await eve.accounts.getMe({})).workspaces[0]?.id ?? "";
  return {
    ...harbour,
    server,
    elsewhere,
    /** What members of Harbour see, and Eve in her own workspace, follows from the events of what happens. */
    converging: <T>(people: readonly Person[], act: () => Promise<T>): Promise<T> =>
      expectConverges(
        server,
        [...people.map((person) => ({ person, workspaceId })), { person: eve, workspaceId: elsewhere }],
        act,
      ),
    eventsOf: (feed: FeedName = feedOf.workspace(workspaceId)) => eventsOf(server, feed),
  };
}

async function eventsOf({ database }: TestServer, feed: FeedName): Promise<EventEnvelope[]> {
  const events = await database.query((session) => readAfter(session, feed, 0, Number.MAX_SAFE_INTEGER, 1_000));
  return events.map(({ text }) => JSON.parse(text) as EventEnvelope);
}
