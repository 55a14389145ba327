// Ana's workspace as her client keeps it, over a model of the server, with time in the test's hands.
import { createClient, createLive, createMemoryStorage, findKept, openWorkspace } from "../src/index.ts";
import { aWorkspace, workspaceId } from "./cast.ts";
import type { ModelServer } from "./model-server.ts";
import { createTestClock } from "./test-clock.ts";

/** What was answered without a wait has arrived. */
export const settled = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** With `again` it begins with what an earlier run has kept in the storage. */
export async function openOn(server: ModelServer, storage = createMemoryStorage(), again = false) {
  const clock = createTestClock();
  const random = () => 0.5;
  const client = createClient({
    baseUrl: "http://althing.test",
    accessToken: "token",
    fetch: server.fetch,
    clock,
    random,
  });
  const live = createLive({ client, WebSocket: server.WebSocket, clock, random });
  const kept = again ? await findKept(storage, aWorkspace().slug, clock.now()) : undefined;
  const workspace = await openWorkspace({ client, live, workspaceId, storage, kept, clock, random });
  live.start();
  await settled();
  return { clock, live, workspace };
}
