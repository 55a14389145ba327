// The cast signs up: invited by the owner, each with a password of their own, a profile and perhaps a status.
import { randomInt } from "node:crypto";
import { accounts, type workspaces } from "@althing/contract";
import { type Client, createClient, isProblem } from "@althing/sdk";
import { CommandFault } from "../../../failure.ts";
import { type CastMember, cast, emailOf } from "../cast.ts";

export type Player = { id: string; handle: string; client: Client };
/** By the name they have in the conversations; the owner is `me`. */
export type Players = ReadonlyMap<string, Player>;
export type Credentials = { name: string; email: string; password: string };

const words =
  "anchor amber birch beacon cedar coral drift ember fjord gull harbor island juniper kelp lagoon maple north otter pebble quartz reef sail tide umber violet willow".split(
    " ",
  );

export async function hireCast(
  owner: Client,
  workspace: workspaces.Workspace,
): Promise<{ players: Players; credentials: Credentials[] }> {
  const me = await owner.accounts.getMe();
  const players = new Map<string, Player>([["me", { id: me.id, handle: me.handle, client: owner }]]);
  const credentials: Credentials[] = [];
  const { token } = await owner.workspaces.createInvitation({
    workspaceId: workspace.id,
    maxUses: cast.length,
    expiresInSeconds: 3_600,
  });
  for (const member of cast) {
    const password = makePassword();
    players.set(member.handle, await hire(owner.baseUrl, member, password, token));
    credentials.push({ name: member.name, email: emailOf(member.handle), password });
  }
  return { players, credentials };
}

async function hire(baseUrl: string, member: CastMember, password: string, invitation: string): Promise<Player> {
  const { handle, name, title, pronouns, timeZone, color, emoji, status } = member;
  const client = createClient({ baseUrl });
  try {
    // The handle may be someone's already: then the server chooses one near to the name.
    const signedIn = await client.accounts.register({ email: emailOf(handle), password, name, invitation });
    await client.session.start(signedIn);
  } catch (error) {
    if (!isProblem(error, accounts.EmailTaken)) throw error;
    throw new CommandFault(
      `There is an account of ${emailOf(handle)} already, from an earlier demo. Its workspace is gone or not yours, so begin with an empty installation.`,
    );
  }
  await client.accounts
    .updateMe({ handle, title, pronouns, timeZone, avatar: { color, emoji } })
    .catch(async (error) => {
      if (!isProblem(error, accounts.HandleTaken)) throw error;
      await client.accounts.updateMe({ title, pronouns, timeZone, avatar: { color, emoji } });
    });
  if (status) await client.accounts.setStatus(status);
  const me = await client.accounts.getMe();
  return { id: me.id, handle: me.handle, client };
}

const makePassword = (): string =>
  Array.from({ length: 4 }, () => words[randomInt(words.length)]).join("-") + randomInt(10, 100);
