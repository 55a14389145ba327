import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { Budget } from "./budget.ts";
import { ProviderId } from "./choice.ts";
import { Model } from "./model.ts";
import { Provider, ProviderKind } from "./provider.ts";
import { UsageEntry } from "./usage.ts";

/** Told to the workspace, or, of somebody's own provider, to them alone. Never with a key or an address. */
export const ProviderChanged = defineEvent("models.provider_changed", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "A provider was connected or changed; with it come all of its models that are on.",
  payload: z.object({ provider: Provider, models: z.array(Model) }),
});
export const ProviderDeleted = defineEvent("models.provider_deleted", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "A provider was deleted, with its models.",
  payload: z.object({ workspaceId: Provider.shape.workspaceId, providerId: ProviderId }),
});
export const BudgetWarned = defineEvent("models.budget_warned", {
  durability: "durable",
  feeds: ["account"],
  summary: "Most of a budget is spent: told once a period to whom it concerns.",
  payload: z.object({ budget: Budget }),
});
export const ModelUsed = defineEvent("models.used", {
  durability: "durable",
  feeds: ["account"],
  summary: "You used a model, or a tool that costs; it stands in the ledger.",
  payload: z.object({ entry: UsageEntry, providerKind: ProviderKind.nullable() }),
});
