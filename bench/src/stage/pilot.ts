/** An assistant whose model is a fake in the bench's own process, so that both ends of an answer are timed by one clock. */
import type { assistants } from "@althing/contract";
import { type FakeModelProvider, startModelProvider } from "@althing/testkit";
import type { Stage } from "./stage.ts";

export type Pilot = {
  readonly assistantId: assistants.Assistant["id"];
  readonly provider: FakeModelProvider;
  dismiss(): Promise<void>;
};

export async function hirePilot({ harbour: { ana, workspaceId } }: Stage): Promise<Pilot> {
  const provider = await startModelProvider();
  const { id: providerId } = await ana.models.createProvider({
    workspaceId,
    kind: "compatible",
    name: `Fake ${provider.port}`,
    baseUrl: provider.url,
    key: "sk-bench-0123456789",
  });
  const model = { providerId, modelId: "fake-large" };
  await ana.models.setModel({ workspaceId, ...model });
  const { id: assistantId } = await ana.assistants.createAssistant({
    workspaceId,
    name: `Pilot ${provider.port}`,
    model,
    citesSources: false,
  });
  return {
    assistantId,
    provider,
    async dismiss() {
      await ana.assistants.archiveAssistant({ workspaceId, assistantId });
      await provider.stop();
    },
  };
}
