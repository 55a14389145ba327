import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { Bill, BillId } from "./bill.ts";
import { Budget, BudgetId } from "./budget.ts";
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
export const BudgetSet = defineEvent("models.budget_set", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "A budget that concerns you was set, or set anew; the workspace hears of what holds for each member.",
  payload: z.object({ budget: Budget }),
});
export const BudgetDeleted = defineEvent("models.budget_deleted", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "A budget that concerned you was deleted.",
  payload: z.object({ workspaceId: Budget.shape.workspaceId, budgetId: BudgetId }),
});
export const BillSet = defineEvent("models.bill_set", {
  durability: "durable",
  feeds: ["account"],
  summary: "A provider's bill was entered or changed; told to who may see all usage.",
  payload: z.object({ bill: Bill }),
});
export const BillDeleted = defineEvent("models.bill_deleted", {
  durability: "durable",
  feeds: ["account"],
  summary: "A provider's bill was deleted.",
  payload: z.object({ workspaceId: Bill.shape.workspaceId, billId: BillId }),
});
export const ModelUsed = defineEvent("models.used", {
  durability: "durable",
  feeds: ["account"],
  summary: "You used a model, or a tool that costs; it stands in the ledger.",
  payload: z.object({ entry: UsageEntry, providerKind: ProviderKind.nullable() }),
});
