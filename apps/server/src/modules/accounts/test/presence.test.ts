import { afterAll, beforeAll, expect, test } from "bun:test";
import { type AccountId, feedOf } from "@althing/contract";
import {
  expectConverges,
  type Harbour,
  openHarbour,
  type Person,
  type PlainSocket,
  startServer,
  type TestServer,
} from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

/** The states of someone that a socket was told, in order. */
const statesOf = (socket: PlainSocket, { id }: { id: AccountId }): string[] =>
  socket.frames
    .flatMap((frame) => (frame.op === "events" ? frame.events : []))
    .filter(({ type }) => type === "accounts.presence_changed")
    .flatMap(({ data }) => (data as { people: { accountId: string; state: string }[] }).people)
    .filter(({ accountId }) => accountId === id)
    .map(({ state }) => state);

const turns = (socket: PlainSocket, person: Person, state: string) =>
  socket.until(() => statesOf(socket, person).at(-1) === state);

const listed = async (viewer: Person, person: Person) => {
  const { workspaceId } = harbour;
  const members = await viewer.workspaces.listMembers({ workspaceId });
  return members.find(({ id }) => id === person.id)?.presence;
};

test("Ben is seen to come, to go idle, to be busy and to leave", async () => {
  const { ana, ben, workspaceId } = harbour;
  const watching = await harbour.connect(ana, [{ feed: feedOf.workspace(workspaceId) }]);
  expect(await listed(ana, ben)).toBe("offline");
  const laptop = await harbour.connect(ben);
  await turns(watching, ben, "online");
  const phone = await harbour.connect(ben);
  laptop.send({ op: "presence", state: "away" });
  phone.send({ op: "presence", state: "away" });
  await turns(watching, ben, "away");
  phone.send({ op: "presence", state: "online" });
  await turns(watching, ben, "online");
  await ben.accounts.setBusy({ busy: true });
  await turns(watching, ben, "busy");
  expect(await listed(ana, ben)).toBe("busy");
  await ben.accounts.setBusy({ busy: false });
  await turns(watching, ben, "online");
  laptop.close();
  phone.close();
  await turns(watching, ben, "offline");
  watching.close();
});

test("who hides their presence is never seen", async () => {
  const { ana, cem, gus, workspaceId } = harbour;
  await cem.accounts.updatePreferences({ privacy: { showPresence: false } });
  const watching = await harbour.connect(ana, [{ feed: feedOf.workspace(workspaceId) }]);
  const socket = await harbour.connect(cem);
  const later = await harbour.connect(gus);
  await turns(watching, gus, "online");
  expect(await listed(ana, cem)).toBe("offline");
  await cem.accounts.updatePreferences({ privacy: { showPresence: true } });
  await turns(watching, cem, "online");
  expect(statesOf(watching, cem)).toEqual(["online"]);
  for (const one of [socket, later, watching]) one.close();
});

test("Eve, who shares no workspace, hears nothing of them", async () => {
  const { ben, eve, workspaceId } = harbour;
  const listening = await harbour.connect(eve, [
    { feed: feedOf.workspace(workspaceId) },
    { feed: feedOf.account(ben.id) },
  ]);
  expect((await listening.frame("ready")).refused).toHaveLength(2);
  listening.close();
});

test("whether one is busy is one's own state, on all devices", async () => {
  const { ana, workspaceId } = harbour;
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const busy = await expectConverges(server, [{ person: ana, workspaceId }], () =>
    ana.accounts.setBusy({ busy: true, until }),
  );
  expect(busy).toEqual({ busy: true, until });
  expect((await ana.accounts.getMe({})).busy).toEqual({ until });
});
