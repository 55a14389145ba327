// The cast: Ana owns the workspace Harbour, Ben and Cem are members, Gus is a guest, Eve has a workspace of her own.
import type { AccountId, FeedName, rooms, workspaces } from "@althing/contract";
import type { ClientFrameInput } from "@althing/contract/realtime";
import { AlthingError, type Client, createClient } from "@althing/sdk";
import { PlainSocket } from "./plain-socket.ts";

export type Person = Client & { readonly id: AccountId; readonly name: string; readonly email: string };
export type Harbour = Awaited<ReturnType<typeof openHarbour>>;

export const password = "correct horse battery";

/** Someone new, signed up and signed in. */
export async function signUp(
  url: string,
  name: string,
  more: { workspaceName?: string; invitation?: string } = {},
): Promise<{ person: Person; workspace: workspaces.Workspace["id"] | undefined }> {
  const client = createClient({ baseUrl: url });
  const email = `${name.toLowerCase()}@example.org`;
  const signedIn = await client.accounts.register({ email, name, password, ...more });
  await client.session.start(signedIn);
  const person = Object.assign(client, { id: signedIn.account.id, name, email });
  return { person, workspace: signedIn.workspace?.id as workspaces.WorkspaceId | undefined };
}

/** Opens the workspace on a fresh server. */
export async function openHarbour(url: string) {
  const { person: ana, workspace } = await signUp(url, "Ana", { workspaceName: "Harbour" });
  const workspaceId = workspace as workspaces.WorkspaceId;
  const arrive = async (name: string, role = "member", roomIds: rooms.RoomId[] = []): Promise<Person> => {
    const { token } = await ana.workspaces.createInvitation({ workspaceId, role, roomIds });
    return (await signUp(url, name, { invitation: token })).person;
  };
  const ben = await arrive("Ben");
  const cem = await arrive("Cem");
  const gus = await arrive("Gus", "guest");
  const { person: eve } = await signUp(url, "Eve", { workspaceName: "Elsewhere" });
  return {
    workspaceId,
    ana,
    ben,
    cem,
    gus,
    eve,
    arrive,
    /** Makes a channel of Ana's with these people. */
    channel: (name: string, people: readonly Person[] = [], visibility: rooms.RoomVisibility = "public") =>
      ana.rooms.createRoom({ workspaceId, kind: "channel", name, visibility, memberIds: people.map(({ id }) => id) }),
    connect: (person: Person, feeds: Following[] = []) => connect(url, person, feeds),
  };
}

export type Following = { feed: FeedName; after?: number };

/** A plain socket of someone, greeted and following. */
export async function connect(url: string, person: Person, feeds: readonly Following[] = []): Promise<PlainSocket> {
  const { ticket } = await person.realtime.createTicket();
  const socket = new PlainSocket(`${url}/api/v1/realtime`);
  await socket.opened();
  socket.send({ op: "hello", ticket, feeds: [...feeds] } as ClientFrameInput);
  await socket.until(() => socket.closed ?? socket.frames.find(({ op }) => op === "ready"));
  return socket;
}

/** The code that a call was refused with, or "granted". */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "granted",
    (error: unknown) => (error instanceof AlthingError ? error.code : Promise.reject(error)),
  );
