/** Each verb of accounts, carried on by its events and looked at anew: the same for who shares a workspace, nothing for Eve. */
import { afterAll, beforeAll, test } from "bun:test";
import { expectConverges, type Harbour, openHarbour, startServer, type TestServer, type View } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
let views: View[];
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ana, ben, gus, eve, workspaceId, channel } = harbour;
  const { id: roomId } = await channel("pier", [ben, gus]);
  await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  await ana.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id, gus.id] });
  const { id: messageId } = await ben.messages.sendMessage({ roomId, body: "Ships ahead" });
  await ana.messages.replyToMessage({ roomId, messageId, body: "@ben, how many?" });
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  views = [
    ...[ana, ben, gus].map((person) => ({ person, workspaceId })),
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
});
afterAll(() => server.dispose());

/** After Ben joined rooms, wrote and was spoken to. */
const verbs: Record<string, (cast: Harbour) => Promise<unknown>> = {
  "change the profile": ({ ben }) => ben.accounts.updateMe({ title: "Pilot", fields: [{ label: "Pier", value: "4" }] }),
  "take another name": ({ ben }) => ben.accounts.updateMe({ name: "Benedikt" }),
  "take another handle": ({ ben }) => ben.accounts.updateMe({ handle: "pilot" }),
  "set and clear a status": async ({ ben }) => {
    await ben.accounts.setStatus({ emoji: "🌊", text: "At sea" });
    await ben.accounts.setStatus({});
  },
  "set a status": ({ ben }) => ben.accounts.setStatus({ text: "Until tomorrow", expiresAt: "2100-01-01T00:00:00Z" }),
  "be busy": ({ ben }) => ben.accounts.setBusy({ busy: true }),
  "be busy no more": ({ ben }) => ben.accounts.setBusy({ busy: false }),
  "change preferences": ({ ben }) =>
    ben.accounts.updatePreferences({ theme: "dark", privacy: { sendReceipts: false }, shortcuts: { search: "mod+k" } }),
};

for (const [verb, act] of Object.entries(verbs)) test(verb, () => expectConverges(server, views, () => act(harbour)));
