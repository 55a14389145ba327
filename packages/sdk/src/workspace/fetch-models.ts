import type { Client } from "../client.ts";
import { fromModels } from "../replica/index.ts";
import type { Load } from "./store.ts";

/** How models fare is of the moment, and no event tells of it: it is left out. */
export async function fetchModels(client: Client, workspaceId: string): Promise<Load> {
  const [providers, listed] = await Promise.all([
    client.models.listProviders({ workspaceId }),
    client.models.listModels({ workspaceId }),
  ]);
  const models = listed.map(({ health: _, ...model }) => model);
  return (replica) => fromModels(replica, workspaceId, { providers, models });
}
