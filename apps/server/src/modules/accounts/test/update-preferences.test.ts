import { afterAll, beforeAll, expect, test } from "bun:test";
import { expectConverges, type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("Ana changes some preferences; the others stay as they are, on all her devices", async () => {
  const { ana, workspaceId } = harbour;
  const views = [{ person: ana, workspaceId }];
  await expectConverges(server, views, () => ana.accounts.updatePreferences({ theme: "dark" }));
  await expectConverges(server, views, () =>
    ana.accounts.updatePreferences({ privacy: { sendTyping: false }, shortcuts: { search: "mod+k" } }),
  );
  const now = await ana.accounts.updatePreferences({ notifications: { email: "off" }, shortcuts: { reply: "r" } });
  expect(now).toMatchObject({
    theme: "dark",
    density: "comfortable",
    notifications: { desktop: true, email: "off" },
    shortcuts: { search: "mod+k", reply: "r" },
    privacy: { sendReceipts: true, sendTyping: false, showPresence: true },
  });
  expect(await ana.accounts.getPreferences({})).toEqual(now);
});

test("an empty shortcut goes back to the default; the same again tells nobody", async () => {
  const { ben } = harbour;
  await ben.accounts.updatePreferences({ shortcuts: { search: "mod+k" } });
  const { shortcuts } = await ben.accounts.updatePreferences({ shortcuts: { search: "" } });
  expect(shortcuts).toEqual({});
  const { head } = await ben.accounts.getMe({});
  await ben.accounts.updatePreferences({ theme: "system" });
  expect((await ben.accounts.getMe({})).head).toBe(head);
});
