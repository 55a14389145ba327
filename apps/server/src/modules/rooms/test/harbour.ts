// A workspace for the tests of rooms: Ana owns it, Ben and Cem are members, Gus is a guest. Eve has a workspace of her own.
import type { AccountId, EventOf, FeedName, rooms, workspaces } from "@althing/contract";
import { AlthingError, type Client, createClient } from "@althing/sdk";
import { startServer, type TestServer } from "@althing/testkit";
import { readAfter } from "../../../platform/feeds/index.ts";

export type Person = Client & { readonly id: AccountId };
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

export async function startHarbour() {
  const server = await startServer();
  const register = async (name: string, more: { workspaceName?: string; invitation?: string }) => {
    const client = createClient({ baseUrl: server.url });
    const email = `${name.toLowerCase()}@example.org`;
    const signedIn = await client.accounts.register({ email, name, password: "correct horse battery", ...more });
    return { person: Object.assign(client, { id: signedIn.account.id }), workspace: signedIn.workspace };
  };
  const { person: ana, workspace } = await register("Ana", { workspaceName: "Harbour" });
  const workspaceId = workspace?.id as workspaces.WorkspaceId;
  const arrive = async (name: string, role: string, roomIds: rooms.RoomId[] = []): Promise<Person> => {
    const { token } = await ana.workspaces.createInvitation({ workspaceId, role, roomIds });
    return (await register(name, { invitation: token })).person;
  };
  const ben = await arrive("Ben", "member");
  const cem = await arrive("Cem", "member");
  const gus = await arrive("Gus", "guest");
  const { person: eve } = await register("Eve", { workspaceName: "Elsewhere" });
  return {
    server,
    workspaceId,
    ana,
    ben,
    cem,
    gus,
    eve,
    arrive,
    /** Makes a channel of Ana's with these people. */
    channel: (name: string, people: Person[] = [], visibility: rooms.RoomVisibility = "public") =>
      ana.rooms.createRoom({ workspaceId, kind: "channel", name, visibility, memberIds: people.map(({ id }) => id) }),
    eventsOf: (feed: FeedName, after = 0) => eventsOf(server, feed, after),
  };
}

type AnyEvent = Omit<EventOf<typeof rooms.RoomUpdated>, "type" | "data"> & {
  type: string;
  data: Record<string, unknown>;
};

/** The events of rooms in a feed; those of messages may come in between at any time. */
async function eventsOf({ database }: TestServer, feed: FeedName, after: number): Promise<AnyEvent[]> {
  const events = await database.query((session) => readAfter(session, feed, after, Number.MAX_SAFE_INTEGER, 1_000));
  const ours = events.filter((event) => event.type.startsWith("rooms."));
  return ours.map((event) => JSON.parse(event.text) as AnyEvent);
}

/** The code that a call was refused with. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "granted",
    (error: unknown) => (error instanceof AlthingError ? error.code : Promise.reject(error)),
  );

export const typesOf = (events: readonly { type: string }[]): string[] => events.map((event) => event.type);
