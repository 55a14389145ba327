/** Each verb of workspaces, carried on by its events and looked at anew: by members, by who comes or goes, and by Eve. */
import { afterAll, beforeAll, test } from "bun:test";
import { expectConverges, type View } from "@althing/testkit";
import { type Harbour, type Person, signUp, startHarbour } from "./harbour.ts";

let harbour: Harbour;
let outside: View;
beforeAll(async () => {
  harbour = await startHarbour();
  outside = { person: harbour.eve, workspaceId: harbour.elsewhere, outside: true };
});
afterAll(() => harbour.server.dispose());

type Act = (cast: Harbour, dan: Person) => Promise<unknown>;

const role = { name: "pilot", title: "Pilot", permissions: ["message.pin", "message.delete"] };
const make = ({ ana, workspaceId }: Harbour) => ana.workspaces.createRole({ workspaceId, ...role });
const give = ({ ana, workspaceId }: Harbour, { id: accountId }: Person, ...roles: string[]) =>
  ana.workspaces.setMemberRoles({ workspaceId, accountId, roles });
const invite = ({ ana, workspaceId }: Harbour, maxUses?: number) =>
  ana.workspaces.createInvitation({ workspaceId, role: "member", maxUses });

/** What happens in Harbour, of which Dan is a member: in its first room, a direct message and a group. */
const verbs: Record<string, Act> = {
  rename: ({ ana, workspaceId }) => ana.workspaces.updateWorkspace({ workspaceId, name: "Haven", slug: "haven" }),
  "make a role": (cast) => make(cast),
  "give a role": async (cast, dan) => {
    await make(cast);
    await give(cast, dan, "member", role.name);
  },
  "change a role that someone holds": async (cast, dan) => {
    await make(cast);
    await give(cast, dan, "member", role.name);
    await cast.ana.workspaces.updateRole({
      workspaceId: cast.workspaceId,
      name: role.name,
      title: "Helm",
      permissions: [],
    });
  },
  "delete a role that someone holds": async (cast, dan) => {
    await make(cast);
    await give(cast, dan, "member", role.name);
    await cast.ana.workspaces.deleteRole({ workspaceId: cast.workspaceId, name: role.name });
  },
  "make someone an admin": (cast, dan) => give(cast, dan, "admin"),
  "make someone a guest": (cast, dan) => give(cast, dan, "guest"),
  "remove a member": ({ ana, workspaceId }, { id: accountId }) =>
    ana.workspaces.removeMember({ workspaceId, accountId }),
  leave: ({ workspaceId }, dan) => dan.workspaces.leaveWorkspace({ workspaceId }),
  "invite and withdraw": async (cast) => {
    const { id: invitationId } = await invite(cast, 1);
    await cast.ana.workspaces.revokeInvitation({ workspaceId: cast.workspaceId, invitationId });
  },
  "arrive by invitation": async (cast) => cast.arrive(`Fay${crypto.randomUUID().slice(0, 8)}`),
  "import accounts": ({ ana, workspaceId }) =>
    ana.workspaces.importAccounts({ workspaceId, source: "irc", names: ["will", "bill"] }),
  "make another workspace": (_, dan) => dan.workspaces.createWorkspace({ name: "Dan's own" }),
};

for (const [verb, act] of Object.entries(verbs)) {
  test(verb, async () => {
    const { ana, ben, gus, workspaceId, arrive, server } = harbour;
    const dan = await arrive(`Dan${crypto.randomUUID().slice(0, 8)}`);
    await dan.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
    await dan.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id, gus.id] });
    await dan.rooms.createCategory({ workspaceId, name: "Dan's" });
    const views = [ana, ben, gus, dan].map((person) => ({ person, workspaceId }));
    await expectConverges(server, [...views, outside], () => act(harbour, dan));
    await ana.workspaces.deleteRole({ workspaceId, name: role.name }).catch(() => undefined);
  });
}

test("who comes into another workspace sees their own as before, and the other in their list", async () => {
  const { ana, server } = harbour;
  const { person: fay, workspace = "" } = await signUp(server.url, "Fay", { workspaceName: "Fay's" });
  const { token } = await invite(harbour);
  const views = [
    { person: fay, workspaceId: workspace },
    { person: ana, workspaceId: harbour.workspaceId },
  ];
  await expectConverges(server, [...views, outside], () => fay.workspaces.acceptInvitation({ token }));
  await expectConverges(server, [...views, outside], () =>
    fay.workspaces.leaveWorkspace({ workspaceId: harbour.workspaceId }),
  );
});
