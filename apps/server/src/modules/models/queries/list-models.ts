import type { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { ModelFault, type ModelHealth } from "../../../platform/models/index.ts";
import { credentialOf } from "../actions/open-endpoint.ts";
import { viewModel } from "../views.ts";
import { listAllowed } from "./find-allowed.ts";

/** Outside only because how models fare stands in memory. */
export const listModels: OutsideAction<typeof models.listModels> = async (platform, { actor, input }) => {
  const accountId = requireAccount(actor).account.id;
  const allowed = await platform.read((tx) => listAllowed(tx, { workspaceId: input.workspaceId, accountId }));
  const health = new Map(platform.models.health().map((one) => [keyOf(one.credentialId, one.modelId), one]));
  return allowed.map(({ provider, model }) => ({
    ...viewModel(provider, model),
    health: viewHealth(health.get(keyOf(credentialOf(provider), model.model_id))),
  }));
};

const keyOf = (credentialId: string, modelId: string): string => JSON.stringify([credentialId, modelId]);

const states = { closed: "well", open: "failing", half_open: "recovering" } as const;

function viewHealth(health: ModelHealth | undefined): models.ModelHealth {
  if (!health || health.state === "closed") return { state: "well", since: null, reason: null };
  const { state, lastFault, lastFaultAt } = health;
  return {
    state: states[state],
    since: lastFaultAt?.toISOString() ?? null,
    reason: lastFault && new ModelFault(lastFault).message,
  };
}
