// The testkit's cast on a server of its own, and what their workspace tells.
import { type FeedName, feedOf } from "@althing/contract";
import { expectConverges, openHarbour, type Person, startServer } from "@althing/testkit";

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
    eventsOf: (feed: FeedName = feedOf.workspace(workspaceId)) => server.eventsOf(feed),
  };
}
